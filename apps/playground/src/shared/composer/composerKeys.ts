import type { Composer } from './createComposer.ts'

/** Enter sends, with Shift it breaks the line; Escape ends an edit, or an answer. Not while an input method composes. */
export const composerKeys = (event: KeyboardEvent, { submit, cancelEdit, cancelReply }: Composer): void => {
  if (event.isComposing) return
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault()
    submit()
  } else if (event.key === 'Escape') {
    cancelEdit()
    cancelReply()
  }
}
