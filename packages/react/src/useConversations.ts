import type { Conversation, ConversationFilter, ConversationPredicate, Sequence } from '@parlance/core'
import { conversationSelector } from '@parlance/core'
import { useState } from 'react'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** The conversation list, or what a filter or predicate lets through of it. Both may be written in place. */
export const useConversations = (filter: ConversationFilter | ConversationPredicate = {}, options?: ChatOption): Sequence<Conversation> => {
  const { conversations } = useChat(options)
  const [select] = useState(conversationSelector)
  return useReadable(select(conversations, filter))
}
