import type { HistoryPage, HistoryQuery, Json } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Requests } from './backend.ts'
import { fieldsOf } from './fieldsOf.ts'
import { pageFacts } from './pageFacts.ts'
import { messageNamed } from './messageNamed.ts'
import type { Place } from './permissions.ts'
import { placeOf } from './permissions.ts'
import { placeThrough, positionOf } from './sequence.ts'
import { isListed } from './sight.ts'
import type { StoredMessage } from './storedMessage.ts'
import type { Asker, World } from './world.ts'

/** Messages in order, and the stretch of the log that they stand for; both ends belong to it. */
interface Stretch {
  readonly messages: readonly StoredMessage[]
  /** `undefined`: from the beginning, to the end. */
  readonly from: number | undefined
  readonly to: number | undefined
}

/** A page. Commands are in none: they are for whoever is there when they are sent. Throws `unsupported`, `invalid` for a cursor of something else. */
export const history = (world: World, { user }: Asker, { query }: Requests['history']['args']): HistoryPage => {
  const place = placeOf(world, user, query.conversation)
  const { capabilities } = world.policy
  const { backward, forward, maxPage } = capabilities.history
  const stretch = stretchOf(world, place, query.at, Math.max(1, Math.min(query.count, maxPage)))
  const { from, to } = stretch
  const { head } = place.talk.log
  return {
    facts: pageFacts(world, place, stretch.messages, {
      after: from === undefined ? place.seat.floor : from - 1,
      through: to ?? head,
      live: to === undefined,
    }),
    covers: { from: from === undefined ? 'start' : positionOf(from), to: to === undefined ? 'live' : positionOf(to) },
    ...(backward && from !== undefined && { older: { before: from } }),
    ...(forward && to !== undefined && { newer: { after: to } }),
  }
}

const stretchOf = (world: World, place: Place, at: HistoryQuery['at'], count: number): Stretch => {
  const { backward, forward, around } = world.policy.capabilities.history
  const { log } = place.talk
  const { head } = log
  const demand = (can: boolean): void => {
    if (!can) throw chatError('unsupported', { path: 'query.at' })
  }

  if ('newest' in at) {
    const { messages, from } = older(place, head, count)
    return { messages, from, to: undefined }
  }
  if ('around' in at) {
    demand(around)
    const { message } = messageNamed(world, place.seat.user, { conversation: place.talk.nameFor(place.seat.user), id: at.around })
    const before = older(place, message.sequence - 1, Math.floor((count - 1) / 2))
    const after = newer(place, message.sequence, count - 1 - before.messages.length)
    const centre = isListed(place.seat, message) ? [message] : []
    return { messages: [...before.messages, ...centre, ...after.messages], from: before.from, to: after.to }
  }
  const edge = 'cursor' in at ? readCursor(at.cursor) : at
  if ('before' in edge) {
    demand(backward)
    const { before } = edge
    // The page reaches up to what the asker has, so that the two join.
    const bound = typeof before === 'number' ? Math.min(before, head + 1) : firstFrom(before, head)
    const { messages, from } = older(place, bound - 1, count)
    return { messages, from, to: bound > head ? undefined : bound }
  }
  demand(forward)
  const { after } = edge
  const bound = typeof after === 'number' ? Math.min(after, head) : placeThrough(after, head)
  const { messages, to } = newer(place, bound, count)
  return { messages, from: bound <= place.seat.floor ? undefined : bound, to }
}

/** The newest `count` at or below a place, oldest first; `from` is `undefined` when there is nothing before them. */
const older = ({ talk, seat }: Place, top: number, count: number): Omit<Stretch, 'to'> => {
  const found: StoredMessage[] = []
  for (const message of talk.log.downwards(top, seat.floor)) {
    if (!isListed(seat, message)) continue
    if (found.length === count) return { messages: found.reverse(), from: found[0]?.sequence ?? top + 1 }
    found.push(message)
  }
  return { messages: found.reverse(), from: undefined }
}

/** The oldest `count` above a place; `to` is `undefined` when there is nothing after them. */
const newer = ({ talk, seat }: Place, bottom: number, count: number): Omit<Stretch, 'from'> => {
  const messages: StoredMessage[] = []
  for (const message of talk.log.upwards(Math.max(bottom, seat.floor), talk.log.head)) {
    if (!isListed(seat, message)) continue
    if (messages.length === count) return { messages, to: messages.at(-1)?.sequence ?? bottom }
    messages.push(message)
  }
  return { messages, to: undefined }
}

/** The first place whose position isn't below the one given. */
const firstFrom = (position: string, head: number): number => {
  const place = placeThrough(position, head)
  return place > 0 && positionOf(place) === position ? place : place + 1
}

const readCursor = (cursor: Json): { readonly before: number } | { readonly after: number } => {
  const fields = fieldsOf(cursor)
  const before = fields.get('before')
  const after = fields.get('after')
  if (isPlace(before)) return { before }
  if (isPlace(after)) return { after }
  throw chatError('invalid', { path: 'query.at.cursor', message: 'This is no cursor of a history page.' })
}

const isPlace = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
