import type { ConversationId, Membership } from '@parlance/core'
import { membersOrNone } from '@parlance/core/groups'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** Who is in a conversation: owners first, then admins, each by id. The first page is loaded when they are first shown. */
export const useMembers = (id: () => ConversationId | undefined, options?: ChatOption): Current<readonly Membership[]> => {
  const chat = useChat(options)
  return fromReadable(() => membersOrNone(chat.current, id()))
}
