import type { ConversationId, Membership } from '@parlance/core'
import { membersOrNone } from '@parlance/core/groups'
import type { MaybeRefOrGetter, Ref } from 'vue'
import { toValue } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** Who is in a conversation: owners first, then admins, each by id. The first page is loaded when they are first shown. */
export const useMembers = (
  id: MaybeRefOrGetter<ConversationId | undefined>,
  options?: ChatOption,
): Readonly<Ref<readonly Membership[]>> => {
  const chat = useChat(options)
  return useReadable(() => membersOrNone(chat.value, toValue(id)))
}
