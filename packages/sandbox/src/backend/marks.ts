import type { ReceiptKind, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Announcement } from './announcement.ts'
import type { Requests } from './backend.ts'
import { entryNews } from './entries.ts'
import type { Place } from './permissions.ts'
import { placeOf } from './permissions.ts'
import type { Reach } from './reach.ts'
import type { Reached } from './reached.ts'
import { pointedAt, reachedBy, targetFor } from './reached.ts'
import { countNews } from './readCounts.ts'
import { isCountable, isInSight } from './sight.ts'
import type { StoredMessage } from './storedMessage.ts'
import type { Talk } from './talk.ts'
import type { Asker, World } from './world.ts'

/** Throws `unsupported` for a form of mark that isn't taken, `invalid` for too many references, `tooLarge`. */
export const markRead = (world: World, asker: Asker, { conversation, target, content }: Requests['markRead']['args']): null => {
  const place = placeOf(world, asker.user, conversation)
  const { read, maxMessageBytes } = world.policy.capabilities
  const forms = read[place.talk.kind === 'direct' ? 'direct' : 'group']
  const form = 'upTo' in target ? 'upTo' : 'exactly' in target ? 'exactly' : 'whole'
  if (!forms[form]) throw chatError('unsupported', { path: 'target', message: `This backend takes no mark of the form ${form}.` })
  const { maxRefs = Infinity } = forms
  if ('exactly' in target && target.exactly.length > maxRefs) throw chatError('invalid', { path: 'target.exactly', limit: maxRefs })
  if (content !== undefined && new TextEncoder().encode(content).length > maxMessageBytes) {
    throw chatError('tooLarge', { path: 'content', limit: maxMessageBytes })
  }
  mark(world, asker, place, 'read', reachedBy(world, place, target), content)
  return null
}

export const markDelivered = (world: World, asker: Asker, { conversation, target }: Requests['markDelivered']['args']): null => {
  if (world.policy.capabilities.delivered !== 'manual') throw chatError('unsupported')
  const place = placeOf(world, asker.user, conversation)
  mark(world, asker, place, 'delivered', reachedBy(world, place, target), undefined)
  return null
}

/** The server's own word that a device got a message, where it gives it. */
export const markHandedOver = (world: World, talk: Talk, user: UserId, message: StoredMessage): void => {
  const seat = talk.seats.get(user)
  if (seat?.state !== 'member') return
  mark(world, { user }, { talk, seat }, 'delivered', { form: 'upTo', through: message.sequence, named: message }, undefined)
}

const mark = (world: World, asker: Asker, place: Place, kind: ReceiptKind, reached: Reached, content: string | undefined): void => {
  const { talk, seat } = place
  if (kind === 'read' && seat.markedUnread) {
    seat.markedUnread = false
    seat.version = world.nextVersion()
    world.devices.tell([seat.user], entryNews(world, talk), asker.device)
  }
  const read = kind === 'read' ? move(world, place, seat.read, reached) : []
  // Who has read a message has it [RCP1].
  const delivered = move(world, place, seat.delivered, reached)
  for (const { tally } of read) if (tally !== undefined) tally.read++
  for (const { tally } of delivered) if (tally !== undefined) tally.delivered++
  const noted = content === undefined ? [] : note(place, reached, content)
  const fresh = new Set([...(kind === 'read' ? read : delivered), ...noted])

  const news = receiptNews(world, place, kind, reached, content)
  if (kind === 'read' && fresh.size > 0) world.devices.tell([seat.user], news, asker.device)
  world.devices.tell(sendersToTell(world, talk, fresh), news)
  for (const message of fresh) if (message.tally !== undefined) world.devices.tell([message.from], countNews(world, talk, message))
}

/** Moves one of a user's two reaches, and gives back the messages of others that it newly covers. */
const move = (world: World, { talk, seat }: Place, reach: Reach, reached: Reached): readonly StoredMessage[] => {
  const stamp = { at: world.now(), order: world.nextMark() }
  const isNew = (message: StoredMessage): boolean =>
    message.from !== seat.user && !message.notice && !reach.has(message.sequence) && isInSight(seat, message)
  if (reached.form !== 'exactly') {
    const fresh = [...talk.log.upwards(reach.through, reached.through)].filter(isNew)
    reach.moveTo(reached.through, stamp)
    return fresh
  }
  const fresh = [...new Set(reached.messages)].filter(isNew)
  for (const { sequence } of fresh) reach.add(sequence, stamp)
  // What was reached one by one and lies now without a hole above the rest is passed.
  let passed = reach.through
  for (const message of talk.log.upwards(reach.through, talk.log.head)) {
    if (reach.has(message.sequence)) passed = message.sequence
    else if (isCountable(seat, message)) break
  }
  reach.moveTo(passed, stamp)
  return fresh
}

/** Keeps what a reader wrote, and gives back the messages for which that is news. */
const note = (place: Place, reached: Reached, content: string): readonly StoredMessage[] =>
  pointedAt(place, reached).filter(({ notes }) => {
    const news = notes.get(place.seat.user) !== content
    notes.set(place.seat.user, content)
    return news
  })

const receiptNews = (world: World, place: Place, kind: ReceiptKind, reached: Reached, content: string | undefined): Announcement => {
  const at = world.now()
  const { talk, seat } = place
  return {
    fact: (viewer, origin) => ({
      type: 'receipt',
      origin,
      conversation: talk.nameFor(viewer),
      user: seat.user,
      kind,
      target: targetFor(world, viewer, place, reached),
      at,
      ...(content !== undefined && { content }),
    }),
  }
}

/** Whose messages were reached, where receipts go by name: in groups they do only if nobody counts instead. */
const sendersToTell = (world: World, talk: Talk, messages: Iterable<StoredMessage>): ReadonlySet<UserId> => {
  if (talk.kind !== 'direct' && world.policy.capabilities.readCount !== 'derived') return new Set()
  return new Set([...messages].map(({ from }) => from).filter(user => talk.seats.get(user)?.state === 'member'))
}
