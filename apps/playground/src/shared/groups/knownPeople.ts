import type { Chat, UserId } from '@parlance/core'
import { conversationKind, conversationName } from '@parlance/core'
import { contacts } from '@parlance/core/contacts'

/** Whom one would ask into a group: contacts, and those one talks to. */
export const knownPeople = (chat: Chat): readonly UserId[] => {
  const friends = contacts(chat)
    .list.get()
    .map(({ user }) => user)
  const talkedTo = [...chat.conversations.get()].flatMap(({ id }) => (conversationKind(id) === 'direct' ? conversationName(id) : []))
  return [...new Set([...friends, ...talkedTo])].filter(user => user !== chat.self)
}
