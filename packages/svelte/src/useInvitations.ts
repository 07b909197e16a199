import type { Membership } from '@parlance/core'
import { groups } from '@parlance/core/groups'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** Where I am asked to come: `groups(chat).join` accepts, `leave` declines. */
export const useInvitations = (options?: ChatOption): Current<readonly Membership[]> => {
  const chat = useChat(options)
  return fromReadable(() => groups(chat.current).invitations)
}
