import type { ConversationId, Draft } from '@parlance/core'
import type { MaybeRefOrGetter, Ref } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useHandle } from './useHandle.ts'
import { writableReadable } from './useReadable.ts'

/** What is written in a conversation but not sent. Setting it sets the draft of the conversation that is selected then. */
export const useDraft = (id: MaybeRefOrGetter<ConversationId | undefined>, options?: ChatOption): Ref<Draft | undefined> => {
  const handle = useHandle(id, options)
  return writableReadable(
    () => handle.value.draft,
    draft => handle.value.setDraft(draft),
  )
}
