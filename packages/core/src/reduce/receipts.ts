import { later, type Position } from '../model/position.ts'
import type { MessageKey, UserId } from '../model/ids.ts'
import type { MessageRef } from '../model/messageRef.ts'
import type { ReceiptKind } from '../model/receipts.ts'
import type { ReadCountFact, UpTo } from '../protocol/fact.ts'
import type { StampedReceipt } from '../protocol/stampedFact.ts'
import type { Batch } from './batch.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { joinRanges } from './markRange.ts'
import { joinTallies, markExactly } from './marks.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import type { Counts, Tally, WaitingMark } from '../state/tally.ts'
import { reach } from './reach.ts'
import { upsert } from './upsert.ts'

/** Somebody has got or read: everything up to a message, or some messages [RCP1, RCP2]. */
export const applyReceipt = (fact: StampedReceipt, batch: Batch): void => {
  if ('upTo' in fact.target) applyUpTo(fact, fact.target.upTo, batch)
  else for (const ref of fact.target.exactly) applyExactly(fact, ref, batch)
}

const applyUpTo = (fact: StampedReceipt, upTo: UpTo, batch: Batch): void => {
  const { user, kind, seq } = fact
  const conversation = upTo.conversation ?? fact.conversation
  const mine = isMyRead(fact, batch)
  if (conversation !== undefined && mine) noteOwnMark(batch.slice(conversation), seq)
  if (conversation !== undefined && upTo.position !== undefined) {
    moveWatermark(batch.slice(conversation), batch, user, kind, upTo.position)
    return
  }
  const mark: WaitingMark = { user, kind, seq }
  reach(batch, {
    target: upTo,
    conversation: fact.conversation,
    speaker: user,
    early: { waiting: [mark] },
    apply: ({ slice, record }) => {
      if (mine) noteOwnMark(slice, seq)
      waitAtRecord(slice, batch, record, mark)
    },
  })
}

const applyExactly = (fact: StampedReceipt, target: MessageRef, batch: Batch): void => {
  const { user, kind, seq, conversation } = fact
  const home = target.conversation ?? conversation
  if (isMyRead(fact, batch)) {
    if (home !== undefined) noteOwnMark(batch.slice(home), seq)
    reach(batch, {
      target,
      conversation,
      speaker: user,
      early: { readByMe: { least: seq, latest: seq } },
      apply: ({ slice, record }) => {
        noteOwnMark(slice, seq)
        markRecordByMe(slice, batch, record, seq)
      },
    })
  } else if (user !== batch.self) {
    const exact = markExactly(undefined, user, kind)
    reach(batch, {
      target,
      conversation,
      speaker: user,
      early: { exact },
      apply: ({ slice, record }) => addToTally(slice, batch, record.key, { exact }),
    })
  }
}

const isMyRead = ({ user, kind }: StampedReceipt, batch: Batch): boolean => user === batch.self && kind === 'read'

/** A mark of mine clears "marked unread" [UNR9]. */
export const noteOwnMark = (slice: ConversationState, seq: number): void => {
  if (seq > slice.ownReadSeq) slice.ownReadSeq = seq
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
  reach(batch, {
    target,
    early: { counts },
    apply: ({ slice, record }) => addToTally(slice, batch, record.key, { counts }),
  })
}

/** Adds to what is known of a message's receipts. */
export const addToTally = (slice: ConversationState, batch: Batch, key: MessageKey, more: Omit<Tally, 'key'>): void => {
  const before = slice.tallies.get(key)
  slice.tallies = slice.tallies.set(before === undefined ? { ...more, key } : joinTallies(before, more))
  batch.touch(slice.id).tallied.add(key)
}

/** I read this very message: it counts no more, and the backend's number may still count it [UNR2]. */
export const markRecordByMe = (slice: ConversationState, batch: Batch, record: MessageRecord, seq: number): MessageRecord =>
  record.readByMe !== undefined && record.readByMe <= seq ? record : upsert(slice, batch, record, { ...record, readByMe: seq })

/** A watermark at a message: counts at once if the message has a position, else when it gets one. */
export const waitAtRecord = (slice: ConversationState, batch: Batch, record: MessageRecord, mark: WaitingMark): void => {
  if (record.position === undefined) addToTally(slice, batch, record.key, { waiting: [mark] })
  else settleMark(slice, batch, mark, record.position)
}

const settleMark = (slice: ConversationState, batch: Batch, { user, kind, seq }: WaitingMark, position: Position): void => {
  if (user === batch.self && kind === 'read') noteOwnMark(slice, seq)
  moveWatermark(slice, batch, user, kind, position)
}

/** A message has got its position: the watermarks that waited at it move. */
export const settleWaiting = (slice: ConversationState, batch: Batch, { key, position }: MessageRecord): void => {
  const tally = slice.tallies.get(key)
  if (tally?.waiting === undefined || position === undefined) return
  for (const mark of tally.waiting) settleMark(slice, batch, mark, position)
  const { waiting: _waiting, ...settled } = tally
  slice.tallies = slice.tallies.set(settled)
}
