import type { Unread } from '@parlance/core'
import type { Ref } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** The unread of all conversations that aren't silenced. */
export const useTotalUnread = (options?: ChatOption): Readonly<Ref<Unread>> => {
  const chat = useChat(options)
  return useReadable(() => chat.value.totalUnread)
}
