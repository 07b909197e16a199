import { filesFromDrop } from '@parlance/core/attachments'
import type { Composer } from './createComposer.ts'

/** Attaches pasted pictures and other files; text goes its usual way, also where a picture of it comes along. */
export const pasteFiles = (event: ClipboardEvent, { attach }: Pick<Composer, 'attach'>): void => {
  const types = event.clipboardData?.types ?? []
  const files = types.includes('text/plain') && types.includes('text/html') ? [] : filesFromDrop(event)
  if (files.length === 0) return
  event.preventDefault()
  attach(files)
}
