import type { Composer } from './createComposer.ts'

/**
 * Enter sends, with Shift it breaks the line; Escape ends an edit, or an answer. While it is chosen whom to mention, keys are for that. Not
 * while an input method composes.
 */
export const composerKeys = (event: KeyboardEvent, { submit, cancelEdit, cancelReply, mentions }: Composer): void => {
  if (event.isComposing || mentions.key(event)) return
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault()
    mentions.close()
    submit()
  } else if (event.key === 'Escape') {
    cancelEdit()
    cancelReply()
  }
}
