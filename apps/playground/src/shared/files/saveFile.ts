import type { Outcome } from '@parlance/core'

/** Fetches a file, and has the browser save it under its name. */
export const saveFile = async (start: () => Promise<Outcome<string>>, name: string): Promise<void> => {
  const outcome = await start()
  if (!outcome.ok) return
  const link = document.createElement('a')
  link.href = outcome.value
  link.download = name
  link.click()
}
