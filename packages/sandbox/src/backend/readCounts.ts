import type { Origin, Page, Reader, ReadCountFact, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Announcement } from './announcement.ts'
import type { Requests } from './backend.ts'
import { refFor } from './messageFacts.ts'
import { messageNamed } from './messageNamed.ts'
import type { Mark } from './reach.ts'
import type { StoredMessage, Tally } from './storedMessage.ts'
import type { Talk } from './talk.ts'
import type { Asker, World } from './world.ts'

export const countFact = (
  world: World,
  viewer: UserId,
  talk: Talk,
  message: StoredMessage,
  { read, delivered, of }: Tally,
  origin: Origin,
): ReadCountFact => ({
  type: 'readCount',
  origin,
  target: refFor(world, viewer, talk, message),
  read,
  ...(world.policy.capabilities.delivered !== 'none' && { delivered: Math.max(delivered, read) }),
  of,
})

/** How many have read a message by now: for its sender. */
export const countNews = (world: World, talk: Talk, message: StoredMessage): Announcement => {
  const { tally = { read: 0, delivered: 0, of: 0 } } = message
  return { fact: (viewer, origin) => countFact(world, viewer, talk, message, tally, origin) }
}

/** Who has read a message of one's own, in the order in which they did. Throws `forbidden`, `invalid` where nobody counts. */
export const readers = (world: World, { user }: Asker, { target, after, count }: Requests['readers']['args']): Page<Reader> => {
  const { capabilities } = world.policy
  if (!capabilities.readers) throw chatError('unsupported')
  const { talk, message } = messageNamed(world, user, target)
  if (message.from !== user) throw chatError('forbidden', { path: 'target', message: 'Only its sender may ask who has read a message.' })
  if (message.notice || (talk.kind !== 'direct' && message.tally === undefined && capabilities.readCount !== 'derived')) {
    throw chatError('invalid', { path: 'target', message: 'No read count was asked for with this message.' })
  }
  const from = after === undefined ? 0 : Number(after)
  if (!Number.isSafeInteger(from)) throw chatError('invalid', { path: 'after', message: 'This is no cursor of this list.' })
  const later = marksOn(talk, message).filter(({ mark }) => mark.order > from)
  const page = later.slice(0, Math.max(1, Math.min(count, capabilities.history.maxPage)))
  const last = page.at(-1)
  return {
    items: page.map(({ reader, mark: { at } }) => {
      const content = message.notes.get(reader)
      return { user: reader, at, ...(content !== undefined && { content }) }
    }),
    ...(last !== undefined && page.length < later.length && { next: last.mark.order.toString() }),
  }
}

const marksOn = (talk: Talk, message: StoredMessage): readonly { readonly reader: UserId; readonly mark: Mark }[] => {
  const marks: { readonly reader: UserId; readonly mark: Mark }[] = []
  for (const { user, read } of talk.seats.values()) {
    const mark = user === message.from ? undefined : read.first(message.sequence)
    if (mark !== undefined && (message.to?.has(user) ?? true)) marks.push({ reader: user, mark })
  }
  return marks.sort((a, b) => a.mark.order - b.mark.order)
}
