import { later, type Position } from '../model/position.ts'
import type { UserId } from '../model/ids.ts'
import type { MessageRef } from '../model/message.ts'
import type { ReceiptKind } from '../model/receipts.ts'
import type { ReadCountFact, UpTo } from '../protocol/fact.ts'
import type { StampedReceipt } from '../protocol/stampedFact.ts'
import { awaitMessage } from './awaitMessage.ts'
import type { Batch } from './batch.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { joinRanges } from './markRange.ts'
import { joinCounts, joinWaiting, markExactly } from './marks.ts'
import type { Counts, MessageRecord, WaitingMark } from '../state/messageRecord.ts'
import { upsert } from './upsert.ts'

/** Somebody has got or read: everything up to a message, or some messages [RCP1, RCP2]. */
export const applyReceipt = (fact: StampedReceipt, batch: Batch): void => {
  if ('upTo' in fact.target) applyUpTo(fact, fact.target.upTo, batch)
  else for (const ref of fact.target.exactly) applyExactly(fact, ref, batch)
}

const applyUpTo = (fact: StampedReceipt, upTo: UpTo, batch: Batch): void => {
  const { user, kind } = fact
  const conversation = upTo.conversation ?? fact.conversation
  const found = upTo.position === undefined || conversation === undefined ? batch.find(upTo, fact.conversation) : undefined
  const home = conversation ?? found?.slice.id
  const position = upTo.position ?? found?.record.position
  if (home !== undefined) noteOwnMark(batch.slice(home), fact, batch)
  if (home !== undefined && position !== undefined) moveWatermark(batch.slice(home), batch, user, kind, position)
  else if (found !== undefined) waitAtRecord(found.slice, batch, found.record, { user, kind })
  else awaitMessage(batch, upTo, user, { waiting: [{ user, kind }] }, fact.conversation)
}

const applyExactly = (fact: StampedReceipt, ref: MessageRef, batch: Batch): void => {
  const { user, kind } = fact
  const found = batch.find(ref, fact.conversation)
  if (found !== undefined) {
    noteOwnMark(found.slice, fact, batch)
    if (user === batch.self) markRecordByMe(found.slice, batch, found.record, kind)
    else markRecord(found.slice, batch, found.record, user, kind)
    return
  }
  if (user !== batch.self) awaitMessage(batch, ref, user, { exact: markExactly(undefined, user, kind) }, fact.conversation)
  else if (kind === 'read') awaitMessage(batch, ref, user, { readByMe: true }, fact.conversation)
}

/** A mark of mine clears "marked unread" [UNR9]. */
const noteOwnMark = (slice: ConversationState, fact: StampedReceipt, batch: Batch): void => {
  if (fact.user === batch.self && fact.kind === 'read' && fact.seq > slice.ownReadSeq) slice.ownReadSeq = fact.seq
}

const moveWatermark = (slice: ConversationState, batch: Batch, user: UserId, kind: ReceiptKind, to: Position): void => {
  if (user === batch.self) {
    if (later(slice.ownDelivered, to) !== slice.ownDelivered) slice.ownDelivered = to
    if (kind === 'read' && later(slice.ownRead, to) !== slice.ownRead) slice.ownRead = to
    return
  }
  const before = slice.watermarks.of(user)
  const watermarks = slice.watermarks.move(user, kind, to)
  if (watermarks === slice.watermarks) return
  slice.watermarks = watermarks
  const from = kind === 'read' ? before?.readUpTo : before?.deliveredUpTo
  const touched = batch.touch(slice.id)
  touched.marks = joinRanges(touched.marks, { after: from, through: to })
}

/** The backend's count for one message. */
export const applyReadCount = (fact: ReadCountFact, batch: Batch): void => {
  const { target, read, delivered, of } = fact
  const counts: Counts = { read, ...(delivered !== undefined && { delivered }), ...(of !== undefined && { of }) }
  const found = batch.find(target)
  if (found === undefined) awaitMessage(batch, target, batch.self, { counts })
  else countRecord(found.slice, batch, found.record, counts)
}

export const countRecord = (slice: ConversationState, batch: Batch, record: MessageRecord, counts: Counts): MessageRecord => {
  const joined = record.counts === undefined ? counts : joinCounts(record.counts, counts)
  return joined === record.counts ? record : upsert(slice, batch, record, { ...record, counts: joined })
}

export const markRecord = (
  slice: ConversationState,
  batch: Batch,
  record: MessageRecord,
  user: UserId,
  kind: ReceiptKind,
): MessageRecord => {
  const exact = markExactly(record.exact, user, kind)
  return exact === record.exact ? record : upsert(slice, batch, record, { ...record, exact })
}

export const markRecordByMe = (
  slice: ConversationState,
  batch: Batch,
  record: MessageRecord,
  kind: ReceiptKind = 'read',
): MessageRecord => (record.readByMe || kind !== 'read' ? record : upsert(slice, batch, record, { ...record, readByMe: true }))

/** A watermark at a message: counts at once if the message has a position, else when it gets one. */
export const waitAtRecord = (slice: ConversationState, batch: Batch, record: MessageRecord, mark: WaitingMark): MessageRecord => {
  if (record.position !== undefined) {
    moveWatermark(slice, batch, mark.user, mark.kind, record.position)
    return record
  }
  return upsert(slice, batch, record, { ...record, waiting: joinWaiting(record.waiting ?? [], [mark]) })
}

/** A message has got its position: the watermarks that waited at it move. */
export const settleWaiting = (slice: ConversationState, batch: Batch, record: MessageRecord): MessageRecord => {
  if (record.waiting === undefined || record.position === undefined) return record
  for (const { user, kind } of record.waiting) moveWatermark(slice, batch, user, kind, record.position)
  const { waiting: _waiting, ...settled } = record
  return upsert(slice, batch, record, settled)
}
