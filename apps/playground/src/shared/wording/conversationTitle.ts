import type { Conversation } from '@parlance/core'
import { conversationKind, conversationName } from '@parlance/core'
import type { NameOf } from '../client/person.ts'

/** What a conversation is called. */
export const conversationTitle = ({ id, title }: Pick<Conversation, 'id' | 'title'>, nameOf: NameOf): string => {
  if (title !== undefined) return title
  const name = conversationName(id)
  return conversationKind(id) === 'direct' ? nameOf(name) : name
}
