import type { Unread } from '@parlance/core'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** The unread of all conversations that aren't silenced. */
export const useTotalUnread = (options?: ChatOption): Current<Unread> => {
  const chat = useChat(options)
  return fromReadable(() => chat.current.totalUnread)
}
