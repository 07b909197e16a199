import type { ConversationId, UserId } from '@parlance/core'
import { chatError, conversationKind, conversationName } from '@parlance/core'
import type { Seat } from './seat.ts'
import type { Talk } from './talk.ts'
import type { World } from './world.ts'

export interface Place {
  readonly talk: Talk
  readonly seat: Seat
}

/** A conversation by the name that a user gives it. Throws `notFound` for a direct one with nobody, `groupNotFound`. */
export const talkNamed = (world: World, user: UserId, id: ConversationId): Talk => {
  if (conversationKind(id) === 'direct') {
    const peer = conversationName(id)
    if (world.accounts.get(peer) === undefined) throw chatError('notFound', { path: 'conversation', message: `There is no user ${peer}.` })
    return world.talks.direct(user, peer)
  }
  const talk = world.talks.shared(id)
  if (talk === undefined || talk.dissolved) throw chatError('groupNotFound', { path: 'conversation' })
  return talk
}

/** The same, for a member. Throws `notMember` too. */
export const placeOf = (world: World, user: UserId, id: ConversationId): Place => {
  const talk = talkNamed(world, user, id)
  return { talk, seat: memberSeat(talk, user) }
}

export const memberSeat = (talk: Talk, user: UserId): Seat => {
  const seat = talk.seats.get(user)
  if (seat?.state !== 'member') throw chatError('notMember')
  return seat
}

/** Throws `blocked`, `muted` or `notAllowlisted` for a member who may not write there. */
export const checkMayWrite = (world: World, { talk, seat }: Place): void => {
  if (seat.muted) throw chatError('muted')
  if (talk.allowlist !== undefined && !talk.allowlist.has(seat.user)) throw chatError('notAllowlisted')
  if (talk.kind === 'direct' && world.accounts.hasBlocked(peerOf(talk, seat.user), seat.user)) throw chatError('blocked')
}

/** The other one of a direct conversation; oneself in one with oneself. */
export const peerOf = (talk: Talk, user: UserId): UserId => conversationName(talk.nameFor(user))
