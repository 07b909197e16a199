import type { Body } from '../../model/body.ts'
import type { ConversationSettings } from '../../model/conversation.ts'
import type { ConversationId, UserId } from '../../model/ids.ts'
import { START, type Position } from '../../model/position.ts'
import type { RemovalIntent } from '../../protocol/intent.ts'
import type { StampedFact } from '../../protocol/stampedFact.ts'
import { coveredIn } from './covered.ts'
import { fieldOf } from './field.ts'
import type { FoldedConversation } from './foldedChat.ts'
import type { Told } from './foldedMessage.ts'
import type { MessageClass } from './messageClass.ts'
import type { Reached } from './reached.ts'
import { removalOf } from './removal.ts'
import { pinsOf } from './pins.ts'
import { isWithOneself, mentionsOf, unreadOf } from './unread.ts'

interface Input {
  readonly self: UserId
  readonly facts: readonly StampedFact[]
  /** What was said of this conversation's messages. */
  readonly told: readonly Told[]
  readonly reached: Reached
  readonly wanted: ConversationSettings
  readonly removal: RemovalIntent | undefined
}

export const foldConversation = (id: ConversationId, { self, facts, told, reached, wanted, removal }: Input): FoldedConversation => {
  const { clearedThrough, hidden } = removalOf(id, facts)
  const covered = coveredIn(id, facts, clearedThrough)
  const isCleared = ({ position }: MessageClass): boolean =>
    position !== undefined && clearedThrough !== undefined && position <= clearedThrough

  const shownEver = told.filter(({ message }) => message.content.body.type !== 'command')
  const rows = shownEver
    .filter(({ message, changes }) => !changes.deleted && !isCleared(message))
    .sort((a, b) => inTimeline(a.message, b.message))
  // commands and deleted messages have no row, but they are here: what is missing is missing between them, too
  const positions = told
    .filter(({ message }) => !isCleared(message))
    .flatMap(({ message }) => message.position ?? [])
    .sort()

  const entries = facts.filter(fact => fact.type === 'conversation' && fact.entry.id === id)
  const isAbove = ({ position, order }: MessageClass, bound: { readonly seq: number; readonly through?: Position | undefined }): boolean =>
    position === undefined ? order > bound.seq : position > (bound.through ?? START)
  const bounds = [removal, hidden].filter(bound => bound !== undefined)
  const listed =
    bounds.length === 0
      ? entries.length > 0 || rows.length > 0 || shownEver.some(({ message }) => isTold(message))
      : rows.some(({ message }) => bounds.every(bound => isAbove(message, bound)))

  const countable = shownEver
    .filter(({ message }) => message.content.from !== self && message.content.body.type !== 'notice' && !isCleared(message))
    .map(({ message, changes }) => ({
      position: message.position,
      mentionsMe: mentions(changes.edit?.body ?? message.content.body, self),
      outSeq: least(changes.goneSeq, reached.exactSeq(message, self, 'read')),
    }))
  const read = reached.watermark(id, self, 'read')

  const markedUnread = fieldOf(id, facts, 'markedUnread')
  const isMarked = markedUnread !== undefined && markedUnread.value && markedUnread.seq >= (reached.lastSeq(id, self, 'read') ?? -1)

  const oldest = positions[0] ?? START
  const preview = rows.at(-1)
  const activity = activityOf(facts, id, shownEver)
  const title = fieldOf(id, facts, 'title')?.value
  const avatar = fieldOf(id, facts, 'avatar')?.value
  const members = fieldOf(id, facts, 'members')?.value
  return {
    id,
    messages: rows.map(({ shown }) => shown),
    gaps: positions.filter((position, index) => index > 0 && !covered.together(positions[index - 1] ?? START, position)),
    hasOlder: !covered.together(START, oldest),
    atLive: covered.atLive,
    unread: isWithOneself(id, self)
      ? { count: 0, exact: true }
      : unreadOf(id, facts, countable, { read, cleared: clearedThrough }, covered),
    mentions: isWithOneself(id, self) ? 0 : mentionsOf(id, facts, countable, { read, cleared: clearedThrough }, covered),
    pins: pinsOf(id, facts),
    markedUnread: wanted.markedUnread ?? isMarked,
    listed,
    ...(title !== undefined && { title }),
    ...(avatar !== undefined && { avatar }),
    ...(members !== undefined && { members }),
    pinned: wanted.pinned ?? fieldOf(id, facts, 'pinned')?.value ?? 0,
    silenced: wanted.silenced ?? fieldOf(id, facts, 'silenced')?.value ?? false,
    archived: wanted.archived ?? fieldOf(id, facts, 'archived')?.value ?? false,
    ...(activity !== undefined && { activity }),
    ...(preview !== undefined && { preview: preview.shown }),
  }
}

/** Server time of the last activity: the greatest that was told with a position, whatever became of the message [CNV2]. */
const activityOf = (facts: readonly StampedFact[], id: ConversationId, told: readonly Told[]): number | undefined => {
  const times = [
    ...told
      .flatMap(({ message }) => message.copies.map(copy => copy.message))
      .flatMap(({ position, sentAt }) => (position === undefined ? [] : (sentAt ?? []))),
    ...facts.flatMap(fact =>
      fact.type === 'conversation' && fact.entry.id === id ? [fact.entry.activity ?? [], fact.entry.last?.sentAt ?? []].flat() : [],
    ),
  ]
  return times.length > 0 ? Math.max(...times) : undefined
}

/** Somebody besides this device knows of it. */
const isTold = ({ copies }: MessageClass): boolean => copies.some(({ source }) => source !== 'send')

/** By position alone; those without one after all others, by this device's counter [ORD1, ORD2]. */
const inTimeline = (a: MessageClass, b: MessageClass): number => {
  if (a.position !== undefined && b.position !== undefined) return a.position < b.position ? -1 : a.position > b.position ? 1 : 0
  if (a.position === undefined && b.position === undefined) return a.order - b.order
  return a.position === undefined ? 1 : -1
}

const least = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b)

/** Whether a text names me, or everyone. */
const mentions = (body: Body, self: UserId): boolean =>
  body.type === 'text' &&
  [body.mentions ?? []].flat().some(named => named === self || (named === 'everyone' && body.mentions === 'everyone'))
