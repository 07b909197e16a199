import type { Conversation, ConversationFilter, ConversationPredicate, Sequence } from '@parlance/core'
import { conversationSelector } from '@parlance/core'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** A filter, or a getter of a filter or predicate: `() => conversation => conversation.pinned > 0`. */
export type ConversationFilterSource = ConversationFilter | (() => ConversationFilter | ConversationPredicate)

/** The conversation list, or what a filter or predicate lets through of it. */
export const useConversations = (filter: ConversationFilterSource = {}, options?: ChatOption): Current<Sequence<Conversation>> => {
  const chat = useChat(options)
  const select = conversationSelector()
  return fromReadable(() => select(chat.current.conversations, typeof filter === 'function' ? filter() : filter))
}
