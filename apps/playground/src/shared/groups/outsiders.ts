import type { Chat, ConversationId, UserId } from '@parlance/core'
import { groups } from '@parlance/core/groups'
import { knownPeople } from './knownPeople.ts'

/** Whom one knows that isn't in a group, nor asked into it. */
export const outsiders = (chat: Chat, id: ConversationId): readonly UserId[] => {
  const { members, invited } = groups(chat)
  const there = new Set([...members(id).get(), ...invited(id).get()].map(({ user }) => user))
  return knownPeople(chat).filter(user => !there.has(user))
}
