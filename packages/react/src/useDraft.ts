import type { ConversationHandle, ConversationId, Draft } from '@parlance/core'
import type { ChatOption } from './useChat.ts'
import { useHandle } from './useHandle.ts'
import { useReadable } from './useReadable.ts'

/** What is written in a conversation but not sent, and the function that sets it, for that conversation whatever is selected later. */
export const useDraft = (
  id: ConversationId | undefined,
  options?: ChatOption,
): readonly [draft: Draft | undefined, setDraft: ConversationHandle['setDraft']] => {
  const handle = useHandle(id, options)
  return [useReadable(handle.draft), handle.setDraft]
}
