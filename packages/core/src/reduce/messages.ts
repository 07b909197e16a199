import { chatError } from '../model/error.ts'
import { besideOf } from '../model/beside.ts'
import type { MessageKey } from '../model/ids.ts'
import type { Interval } from '../model/coverage.ts'
import { earlier, type Position } from '../model/position.ts'
import type { RemoteMessage } from '../protocol/remoteMessage.ts'
import type { StampedAcceptance, StampedMessage } from '../protocol/stampedFact.ts'
import { applyEarly } from './applyEarly.ts'
import type { Batch } from './batch.ts'
import { noteActivity } from './conversations.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { extendCoverage, notePosition } from './coverages.ts'
import { dropRecord } from './deletions.ts'
import { erased, findRecord, nameRecord, standing, withId } from './identity.ts'
import { least } from './marks.ts'
import type { Content, MessageRecord } from '../state/messageRecord.ts'
import { settleWaiting } from './receipts.ts'
import { upsert } from './upsert.ts'

/** A copy of a message came: a new row, or more about one that is here [ID2, RCV1]. */
export const applyMessage = (slice: ConversationState, fact: StampedMessage, batch: Batch): void => {
  const { message, origin } = fact
  const flowing = origin === 'live' || origin === 'catchup'
  noteCopy(slice, message, fact.covers, flowing ? fact.seq : 0)
  if (flowing && isAtOrBelow(message.position, slice.trimmedThrough)) return
  const before = findRecord(slice, batch, batch.names.namesIn(message, slice.id))
  if (isCleared(slice, batch, message)) return clearRecord(slice, batch, message, before)
  const told = { order: fact.seq, seenAt: fact.seenAt, content: contentOf(message, 'copy', fact.seq) }
  const record = join(slice, batch, before, message, told)
  if (before !== undefined) return
  // What a page of history brings was meant for another time [RCV7].
  if (record.silent && origin === 'history') return
  if (record.silent) batch.happenings.push({ type: 'command', record: { ...record, content: told.content } })
  else if (origin === 'live') batch.happenings.push({ type: 'arrived', record })
}

/** My send got through: its row becomes a message, and the intent goes [SND9]. */
export const applyAcceptance = (slice: ConversationState, fact: StampedAcceptance, batch: Batch): void => {
  const { message } = fact
  noteCopy(slice, message, fact.covers, fact.covers === undefined ? 0 : fact.seq)
  const before = findRecord(slice, batch, batch.names.namesIn(message, slice.id))
  if (isCleared(slice, batch, message)) return clearRecord(slice, batch, message, before)
  const content = contentOf(message, 'acceptance', fact.seq)
  join(slice, batch, before, message, { key: fact.key, order: fact.order, seenAt: fact.seenAt, content })
}

/** What a copy says of its conversation, whether or not it makes a row. */
const noteCopy = (slice: ConversationState, message: RemoteMessage, covers: Interval | undefined, seq: number): void => {
  const silent = message.body.type === 'command'
  if (!silent && !slice.mentioned) slice.mentioned = true
  if (covers !== undefined) extendCoverage(slice, covers.from, covers.to)
  if (message.position === undefined) return
  notePosition(slice, message.position, seq)
  if (!silent) noteActivity(slice, message.sentAt)
}

/** At or below what was cleared, or another copy of what lay there [CNV3]. */
const isCleared = (slice: ConversationState, batch: Batch, message: RemoteMessage): boolean =>
  isAtOrBelow(message.position, slice.clearedThrough) || batch.names.namesIn(message, slice.id).some(name => batch.names.isCleared(name))

/** It makes no row, and what row it had goes, with its intent: the send got through. */
const clearRecord = (slice: ConversationState, batch: Batch, message: RemoteMessage, before: MessageRecord | undefined): void => {
  if (before !== undefined) dropRecord(slice, batch, before, { cleared: true })
  for (const name of batch.names.namesIn(message, slice.id)) batch.names.clear(name, slice.id)
}

interface Told {
  readonly key?: MessageKey
  readonly order: number
  readonly seenAt: number | undefined
  readonly content: Content
}

const join = (
  slice: ConversationState,
  batch: Batch,
  before: MessageRecord | undefined,
  message: RemoteMessage,
  told: Told,
): MessageRecord => {
  const base = before ?? blank(slice, batch, message, told)
  if (base.position !== undefined && message.position !== undefined && base.position !== message.position) {
    batch.errors.push(
      chatError('conflict', { message: `Two positions were told for one message: ${base.position} and ${message.position}.` }),
    )
  }
  const position = earlier(base.position, message.position)
  const sentAt = least(base.sentAt, message.sentAt)
  const seenAt = least(base.seenAt, told.seenAt)
  const { content: _content, intent: _intent, ...kept } = base
  const content =
    base.deleted || base.silent ? undefined : standing(base.content, base.recall === undefined ? told.content : erased(told.content))
  const intent = base.intent?.message.localId === message.localId ? undefined : base.intent
  const pending = base.pending ?? (intent === undefined && base.intent !== undefined ? pendingAfter(base.intent) : undefined)
  const after: MessageRecord = {
    ...kept,
    ids: message.id === undefined ? base.ids : withId(base.ids, message.id),
    order: Math.min(base.order, told.order),
    confirmed: true,
    ...(message.localId !== undefined && base.localId === undefined && { localId: message.localId }),
    ...(position !== undefined && { position }),
    ...(sentAt !== undefined && { sentAt }),
    ...(seenAt !== undefined && { seenAt }),
    ...(content && { content }),
    ...(intent && { intent }),
    ...(pending && { pending }),
  }
  if (before !== undefined && isSame(before, after)) return before
  if (base.intent !== undefined && intent === undefined) slice.sends = slice.sends.delete(base.intent.order)
  nameRecord(batch, after)
  const record = upsert(slice, batch, before, after)
  if (before?.position === undefined) settleWaiting(slice, batch, record)
  return applyEarly(slice, batch, record)
}

/** What was asked of a message while it was on its way follows its ack [SND8]. */
const pendingAfter = (intent: NonNullable<MessageRecord['intent']>): MessageRecord['pending'] =>
  intent.cancelled === true ? { change: 'recall' } : intent.edit === undefined ? undefined : { change: 'edit', body: intent.edit }

const blank = (slice: ConversationState, batch: Batch, message: RemoteMessage, told: Told): MessageRecord => ({
  key: told.key ?? batch.names.namesIn(message, slice.id)[0] ?? '',
  conversation: slice.id,
  from: message.from,
  mine: message.from === batch.self,
  ids: [],
  order: told.order,
  silent: message.body.type === 'command',
  deleted: false,
  confirmed: false,
  mentionsMe: false,
  gapBefore: false,
  tie: '',
  face: {},
  day: Number.NaN,
})

const contentOf = (message: RemoteMessage, source: Content['source'], seq: number): Content => ({
  body: message.body,
  source,
  seq,
  ...besideOf(message),
})

const isAtOrBelow = (position: Position | undefined, bound: Position | undefined): boolean =>
  position !== undefined && bound !== undefined && position <= bound

/** Whether a copy told nothing new [RCV1]. */
const isSame = (a: MessageRecord, b: MessageRecord): boolean =>
  a.confirmed &&
  a.ids === b.ids &&
  a.position === b.position &&
  a.content === b.content &&
  a.localId === b.localId &&
  a.sentAt === b.sentAt &&
  a.seenAt === b.seenAt &&
  a.order === b.order &&
  a.intent === b.intent
