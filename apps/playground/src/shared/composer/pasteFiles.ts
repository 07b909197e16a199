import type { Composer } from './createComposer.ts'

/** Attaches pasted files; text goes its usual way, also where a picture of it comes along. */
export const pasteFiles = (event: ClipboardEvent, { attach }: Composer): void => {
  const data = event.clipboardData
  const isText = data?.types.includes('text/plain') === true && data.types.includes('text/html')
  if (data === null || data.files.length === 0 || isText) return
  event.preventDefault()
  void attach([...data.files])
}
