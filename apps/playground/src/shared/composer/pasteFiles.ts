import type { Composer } from './createComposer.ts'

/** Attaches pasted or dropped files; text goes its usual way. */
export const pasteFiles = (event: ClipboardEvent | DragEvent, { attach }: Composer): void => {
  const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer
  const files = [...(data?.files ?? [])]
  if (files.length === 0) return
  event.preventDefault()
  void attach(files)
}
