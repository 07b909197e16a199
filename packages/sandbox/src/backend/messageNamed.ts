import type { MessageRef, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Found } from './messageIndex.ts'
import { memberSeat, talkNamed } from './permissions.ts'
import type { Seat } from './seat.ts'
import { concerns, isInSight } from './sight.ts'
import type { Talk } from './talk.ts'
import type { World } from './world.ts'

/**
 * The messages that a user means by a reference: one, unless repeated sends were stored twice. `within`: the conversation the
 * request is about. Throws `invalid` for a reference that names nothing, `forbidden` for a message of a conversation that isn't his,
 * `notMember` where he has left, `notFound`.
 */
export const messagesNamed = (world: World, user: UserId, ref: MessageRef, within?: Talk): readonly Found[] => {
  const all = candidates(world, user, ref)
  const named = ref.conversation === undefined ? undefined : talkNamed(world, user, ref.conversation)
  const there = all.filter(({ talk }) => talk === (within ?? talk) && talk === (named ?? talk))
  const own = there.filter(({ talk }) => talk.seats.has(user))
  if (own.length === 0 && all.some(({ talk }) => !talk.seats.has(user))) throw chatError('forbidden', { path: 'target' })
  const visible = own.filter(({ talk, message }) => message.sequence > memberSeat(talk, user).floor && concerns(message, user))
  if (visible.length === 0) throw chatError('notFound', { path: 'target' })
  return visible
}

/** The first of them: where doing it once is doing it. */
export const messageNamed = (world: World, user: UserId, ref: MessageRef, within?: Talk): Found => {
  const [found] = messagesNamed(world, user, ref, within)
  if (found === undefined) throw chatError('notFound', { path: 'target' })
  return found
}

/**
 * A message that something can be put to. Throws as `messageNamed` does, `notFound` for what was recalled or deleted, and `invalid` for a
 * command or a notice.
 */
export const standingMessage = (world: World, user: UserId, ref: MessageRef): Found & { readonly seat: Seat } => {
  const { talk, message } = messageNamed(world, user, ref)
  const seat = memberSeat(talk, user)
  if (message.recalled !== undefined || !isInSight(seat, message)) {
    throw chatError('notFound', { path: 'target', message: 'The message was recalled or deleted.' })
  }
  if (message.command || message.notice) throw chatError('invalid', { path: 'target', message: 'Nothing is put to commands and notices.' })
  return { talk, seat, message }
}

const candidates = (world: World, user: UserId, ref: MessageRef): readonly Found[] => {
  const { conversation, id, from = user, localId } = ref
  if (id === undefined) {
    if (localId !== undefined) return world.index.sent(from, localId)
    throw chatError('invalid', { path: 'target', message: 'A message is named by its id, or by its sender and localId.' })
  }
  if (world.policy.capabilities.ids === 'global') {
    const found = world.index.byId(id)
    return found === undefined ? [] : [found]
  }
  if (conversation === undefined) {
    throw chatError('invalid', { path: 'target.conversation', message: 'An id names a message only within its conversation.' })
  }
  const talk = talkNamed(world, user, conversation)
  const message = talk.log.byId(id)
  return message === undefined ? [] : [{ talk, message }]
}
