import type { Unread } from '@parlance/core'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** The unread of all conversations that aren't silenced. */
export const useTotalUnread = (options?: ChatOption): Unread => useReadable(useChat(options).totalUnread)
