import type { ConversationId, Membership } from '@parlance/core'
import { membersOrNone } from '@parlance/core/groups'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** Who is in a conversation: owners first, then admins, each by id. The first page is loaded when they are first shown. */
export const useMembers = (id: ConversationId | undefined, options?: ChatOption): readonly Membership[] =>
  useReadable(membersOrNone(useChat(options), id))
