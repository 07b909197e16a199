import type { ConversationId, UserId } from '@parlance/core'
import type { MaybeRefOrGetter, Ref } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useHandle } from './useHandle.ts'
import { useReadable } from './useReadable.ts'

/** Who is typing in a conversation. */
export const useTyping = (id: MaybeRefOrGetter<ConversationId | undefined>, options?: ChatOption): Readonly<Ref<readonly UserId[]>> => {
  const handle = useHandle(id, options)
  return useReadable(() => handle.value.typing)
}
