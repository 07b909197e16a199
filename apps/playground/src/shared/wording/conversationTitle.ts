import type { Conversation } from '@parlance/core'
import { conversationKind, conversationName } from '@parlance/core'
import type { NameOf } from '../client/person.ts'

/** What a conversation is called: one between two, like the other one. */
export const conversationTitle = ({ id, title }: Pick<Conversation, 'id' | 'title'>, nameOf: NameOf): string => {
  const name = conversationName(id)
  if (conversationKind(id) !== 'direct') return title ?? name
  const known = nameOf(name)
  return known === name ? (title ?? name) : known
}
