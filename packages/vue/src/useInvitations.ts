import type { Membership } from '@parlance/core'
import { groups } from '@parlance/core/groups'
import type { Ref } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** Where I am asked to come: `groups(chat).join` accepts, `leave` declines. */
export const useInvitations = (options?: ChatOption): Readonly<Ref<readonly Membership[]>> => {
  const chat = useChat(options)
  return useReadable(() => groups(chat.value).invitations)
}
