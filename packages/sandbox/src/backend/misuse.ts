import type { ConversationId, UserId } from '@parlance/core'
import { conversationKind, conversationName } from '@parlance/core'
import type { Talk } from './talk.ts'
import type { World } from './world.ts'

/** A user, or a `TypeError` with the mend. */
export const existingUser = (world: World, user: UserId): UserId => {
  if (world.accounts.get(user) === undefined) {
    throw new TypeError(`There is no user ${JSON.stringify(user)}: name all users when you make the sandbox, or add them.`)
  }
  return user
}

/** A group or room, or a `TypeError` with the mend. */
export const existingShared = (world: World, id: ConversationId): Talk => {
  const talk = world.talks.shared(id)
  if (talk === undefined) throw new TypeError(`There is no ${id}: name groups and rooms when you make the sandbox, or add them.`)
  return talk
}

/** Any conversation; a direct one by the name that a user gives it. */
export const talkCalled = (world: World, id: ConversationId, by: UserId | undefined): Talk => {
  if (conversationKind(id) !== 'direct') return existingShared(world, id)
  if (by === undefined) throw new TypeError(`Each of two users calls their conversation by another name: say who calls it ${id}.`)
  return world.talks.direct(existingUser(world, by), existingUser(world, conversationName(id)))
}
