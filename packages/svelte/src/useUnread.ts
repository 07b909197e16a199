import type { ConversationId, ConversationUnread } from '@parlance/core'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useHandle } from './useHandle.ts'

/** The unread of one conversation. */
export const useUnread = (id: () => ConversationId | undefined, options?: ChatOption): Current<ConversationUnread> => {
  const handle = useHandle(id, options)
  return fromReadable(() => handle().unread)
}
