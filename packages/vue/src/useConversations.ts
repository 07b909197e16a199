import type { Conversation, ConversationFilter, ConversationPredicate, Sequence } from '@parlance/core'
import { conversationSelector } from '@parlance/core'
import type { Ref } from 'vue'
import { unref } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** A filter, a ref of one, or a getter of a filter or predicate: `() => conversation => conversation.pinned > 0`. */
export type ConversationFilterSource =
  | ConversationFilter
  | Readonly<Ref<ConversationFilter | ConversationPredicate>>
  | (() => ConversationFilter | ConversationPredicate)

/** The conversation list, or what a filter or predicate lets through of it. */
export const useConversations = (filter: ConversationFilterSource = {}, options?: ChatOption): Readonly<Ref<Sequence<Conversation>>> => {
  const chat = useChat(options)
  const select = conversationSelector()
  return useReadable(() => select(chat.value.conversations, typeof filter === 'function' ? filter() : unref(filter)))
}
