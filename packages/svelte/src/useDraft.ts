import type { ConversationId, Draft } from '@parlance/core'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useHandle } from './useHandle.ts'

/** What is written in a conversation but not sent. Setting `current` sets the draft of the conversation that is selected then. */
export const useDraft = (id: () => ConversationId | undefined, options?: ChatOption): { current: Draft | undefined } => {
  const handle = useHandle(id, options)
  const draft = fromReadable(() => handle().draft)
  return {
    get current() {
      return draft.current
    },
    set current(draft) {
      handle().setDraft(draft)
    },
  }
}
