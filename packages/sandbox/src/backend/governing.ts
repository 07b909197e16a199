import type { ConversationId, GroupAbility, Role, UserId } from '@parlance/core'
import { chatError, conversationKind } from '@parlance/core'
import type { Place } from './permissions.ts'
import { placeOf } from './permissions.ts'
import type { Seat } from './seat.ts'
import type { Asker, World } from './world.ts'

const ranks: Readonly<Record<Role, number>> = { member: 0, admin: 1, owner: 2 }

/** Throws `unsupported`. */
export const checkGroupAbility = ({ policy }: World, ability: GroupAbility): void => {
  if (policy.capabilities.groups?.includes(ability) !== true) throw chatError('unsupported')
}

/**
 * A group or room in which somebody may do something that takes at least a role. Throws `unsupported`, `invalid` for a conversation
 * between two, `groupNotFound`, `notMember`, `forbidden`.
 */
export const governed = (world: World, { user }: Asker, id: ConversationId, ability: GroupAbility, least: Role): Place => {
  checkGroupAbility(world, ability)
  if (conversationKind(id) === 'direct') throw chatError('invalid', { path: 'conversation', message: 'It is between two, for good.' })
  const place = placeOf(world, user, id)
  if (ranks[place.seat.role] < ranks[least])
    throw chatError('forbidden', { path: 'conversation', message: `That is for the ${least} to do.` })
  return place
}

/** Throws `forbidden` for one of the same rank or above. */
export const checkBelow = ({ seat }: Place, other: Seat): void => {
  if (ranks[other.role] >= ranks[seat.role]) throw chatError('forbidden', { path: 'user', message: 'Only who stands above may do that.' })
}

/** A member by the id that a request names. Throws `notFound`. */
export const memberNamed = ({ talk }: Place, user: UserId): Seat => {
  const seat = talk.seats.get(user)
  if (seat?.state !== 'member') throw chatError('notFound', { path: 'user', message: `${user} isn't a member.` })
  return seat
}
