import { START, later, type Position } from '../model/position.ts'
import { intervalAt } from '../model/coverage.ts'
import { conversationKind, conversationName, type UserId } from '../model/ids.ts'
import type { Unread } from '../model/unread.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { afterPosition } from '../state/messageTree.ts'

/** Nothing newer than what is here is missing [RCV3]. */
export const isAtLive = ({ live, gapSeq, greatest, coverage }: ConversationState): boolean => {
  if (live === undefined || live.at <= gapSeq) return false
  const interval = intervalAt(coverage, live.from)
  return interval !== undefined && (greatest === undefined || greatest.position <= interval.to)
}

/** My mark: the greatest of those I made and the one that the backend counted from. What was cleared counts as read. */
export const ownMark = (slice: ConversationState): Position =>
  later(later(slice.ownRead, slice.listed?.value.mark), slice.clearedThrough) ?? START

/** Whether everything above my mark is here. */
export const isCoveredFromMark = (slice: ConversationState): boolean => {
  if (!isAtLive(slice)) return false
  const greatest = slice.greatest?.position
  const mark = ownMark(slice)
  if (greatest === undefined || mark >= greatest) return true
  const interval = intervalAt(slice.coverage, greatest)
  return interval !== undefined && interval.from <= mark
}

/** Computed, never incremented: a range query over the summaries of the tree [UNR2, UNR8]. */
export const unreadOf = (slice: ConversationState, self: UserId): Unread => {
  if (conversationKind(slice.id) === 'direct' && conversationName(slice.id) === self) return nothing
  const mark = ownMark(slice)
  const { listed } = slice
  if (isCoveredFromMark(slice)) return { count: countable(slice, mark, undefined), exact: true }
  if (listed === undefined || mark >= listed.value.asOf) return { count: countable(slice, mark, undefined), exact: false }
  const { count, asOf, mark: from } = listed.value
  // What was cleared is below my mark already.
  const withdrawn = slice.withdrawals.summarize(later(from, slice.clearedThrough), asOf)
  const told = count - countable(slice, from, mark) - withdrawn
  return { count: Math.max(countable(slice, mark, asOf), told) + countable(slice, asOf, undefined), exact: false }
}

const nothing: Unread = { count: 0, exact: true }

/** C(after, through]: countable messages that are here; without a bound, to the end. */
const countable = ({ messages }: ConversationState, after: Position, through: Position | undefined): number => {
  if (through !== undefined && through <= after) return 0
  return messages.summarize(afterPosition(after), through === undefined ? undefined : afterPosition(through)).countable
}
