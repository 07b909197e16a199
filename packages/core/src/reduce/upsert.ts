import { mentions } from '../model/mentions.ts'
import { intervalAt } from '../model/coverage.ts'
import type { Coverage, Interval } from '../model/coverage.ts'
import type { Batch } from './batch.ts'
import { least } from './marks.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { shownAt, type MessageRecord, type Place } from '../state/messageRecord.ts'
import { comparePlaces, placeOf } from '../state/messageTree.ts'

/**
 * Puts a record where it belongs: the one way into a conversation's tree. Keeps what depends on neighbours true: the gap flag is
 * set exactly where the message above is not known to be the one above.
 */
export const upsert = (slice: ConversationState, batch: Batch, before: MessageRecord | undefined, after: MessageRecord): MessageRecord => {
  const told = renewed(after, batch)
  const stays = before !== undefined && comparePlaces(before, told) === 0
  let { messages } = slice
  if (before !== undefined && !stays) messages = closeUp(messages.delete(before), before, slice.coverage)
  const record = withGap(told, stays ? before.gapBefore : hasGap(above(messages, told), told, slice.coverage))
  messages = messages.set(record)
  slice.messages = stays ? messages : closeUp(messages, record, slice.coverage)
  const withdrawn = least(record.withdrawnSeq, record.readByMe)
  if (withdrawn !== undefined) noteWithdrawal(slice, record, withdrawn)
  if (!stays) batch.names.put(record.key, { conversation: slice.id, place: placeOf(record) })
  batch.touch(slice.id).keys.add(record.key)
  return record
}

/** Takes a record out of the tree. Its names stay known unless the caller forgets them. */
export const remove = (slice: ConversationState, batch: Batch, record: MessageRecord): void => {
  slice.messages = closeUp(slice.messages.delete(record), record, slice.coverage)
  batch.touch(slice.id).keys.add(record.key)
}

/** After coverage grew: gaps that it closed are no gaps any more. Costs what it closes. */
export const closeGaps = (slice: ConversationState, { from, to }: Interval): void => {
  let { messages } = slice
  const low = messages.rank({ position: from, order: Number.NEGATIVE_INFINITY, tie: '' })
  let passed = messages.prefix(low).gaps
  for (;;) {
    const next = messages.seek(passed, stretch => stretch.gaps)
    if (next?.item.position === undefined || next.item.position > to) break
    const still = hasGap(above(messages, next.item), next.item, slice.coverage)
    if (still) passed += 1
    else messages = messages.set(withGap(next.item, false))
  }
  slice.messages = messages
}

const above = (messages: ConversationState['messages'], place: Place): MessageRecord | undefined => {
  const last = messages.last()
  return last !== undefined && comparePlaces(last, place) < 0 ? last : messages.before(place)
}

/** The neighbour below a place looks anew at what is above it. */
const closeUp = (messages: ConversationState['messages'], place: Place, coverage: Coverage): ConversationState['messages'] => {
  const last = messages.last()
  if (last === undefined || comparePlaces(last, place) <= 0) return messages
  const below = messages.after(place)
  if (below === undefined) return messages
  const gap = hasGap(above(messages, below), below, coverage)
  return gap === below.gapBefore ? messages : messages.set(withGap(below, gap))
}

const hasGap = (previous: MessageRecord | undefined, record: MessageRecord, coverage: Coverage): boolean => {
  if (previous?.position === undefined || record.position === undefined) return false
  const interval = intervalAt(coverage, previous.position)
  return interval === undefined || interval.to < record.position
}

const withGap = (record: MessageRecord, gapBefore: boolean): MessageRecord =>
  record.gapBefore === gapBefore ? record : { ...record, gapBefore }

const renewed = (record: MessageRecord, batch: Batch): MessageRecord => ({
  ...record,
  tie: record.ids[0] ?? record.localId ?? record.key,
  day: batch.dayOf(shownAt(record)),
  mentionsMe: !record.mine && mentions(record.edit?.value.body ?? record.content?.body, batch.self),
  face: {},
})

/** What the backend's number may still count although it is gone [UNR2]. */
const noteWithdrawal = (slice: ConversationState, record: MessageRecord, seq: number): void => {
  const { position, mine, silent } = record
  if (position === undefined || mine || silent) return
  const known = slice.withdrawals.get(position)
  if (seq <= (slice.listed?.seq ?? 0)) {
    if (known !== undefined) slice.withdrawals = slice.withdrawals.delete(position)
  } else if (known === undefined || seq < known.seq) slice.withdrawals = slice.withdrawals.set({ position, seq })
}
