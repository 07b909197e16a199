import type { ConversationId, ConversationUnread } from '@parlance/core'
import type { MaybeRefOrGetter, Ref } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useHandle } from './useHandle.ts'
import { useReadable } from './useReadable.ts'

/** The unread of one conversation. */
export const useUnread = (id: MaybeRefOrGetter<ConversationId | undefined>, options?: ChatOption): Readonly<Ref<ConversationUnread>> => {
  const handle = useHandle(id, options)
  return useReadable(() => handle.value.unread)
}
