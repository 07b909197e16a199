import type { ConversationId, ConversationUnread } from '@parlance/core'
import type { ChatOption } from './useChat.ts'
import { useHandle } from './useHandle.ts'
import { useReadable } from './useReadable.ts'

/** The unread of one conversation. */
export const useUnread = (id: ConversationId | undefined, options?: ChatOption): ConversationUnread =>
  useReadable(useHandle(id, options).unread)
