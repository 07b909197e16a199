import type { Membership } from '@parlance/core'
import { groups } from '@parlance/core/groups'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** Where I am asked to come: `groups(chat).join` accepts, `leave` declines. */
export const useInvitations = (options?: ChatOption): readonly Membership[] => useReadable(groups(useChat(options)).invitations)
