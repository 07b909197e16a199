import { later, type Position } from '../model/position.ts'
import { intervalAt } from '../model/coverage.ts'
import { conversationKind, conversationName, type UserId } from '../model/ids.ts'
import type { Unread } from '../model/unread.ts'
import type { ConversationState, ListedUnread } from '../state/conversationState.ts'
import { afterPosition, type Stretch } from '../state/messageTree.ts'
import { ownMark } from '../state/ownMark.ts'

/** Nothing newer than what is here is missing [RCV3]. */
export const isAtLive = ({ live, gapSeq, greatest, coverage }: ConversationState): boolean => {
  if (live === undefined || live.at <= gapSeq) return false
  const interval = intervalAt(coverage, live.from)
  return interval !== undefined && (greatest === undefined || greatest.position <= interval.to)
}

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
  if (isWithMyself(slice, self)) return nothing
  const mark = ownMark(slice)
  const { listed } = slice
  const here = (after: Position, through?: Position): number => stretch(slice, after, through).countable
  if (isCoveredFromMark(slice)) return { count: here(mark), exact: true }
  if (listed === undefined) return { count: here(mark), exact: false }
  // What was cleared is below my mark already.
  const withdrawn = slice.withdrawals.summarize(later(listed.value.mark, slice.clearedThrough), listed.value.asOf)
  return { count: withListed(listed.value, listed.value.count - withdrawn, mark, here), exact: false }
}

/** How many of the unread mention me: counted as unread is [MEN1]. */
export const unreadMentions = (slice: ConversationState, self: UserId): number => {
  if (isWithMyself(slice, self)) return 0
  const mark = ownMark(slice)
  const listed = slice.listed?.value
  const here = (after: Position, through?: Position): number => stretch(slice, after, through).mentions
  if (isCoveredFromMark(slice) || listed?.mentions === undefined) return here(mark)
  return withListed(listed, listed.mentions, mark, here)
}

/** What is here above my mark and, up to where the backend counted, the greater of that and of what is left of its number. */
const withListed = (
  { asOf, mark: from }: ListedUnread,
  told: number,
  mark: Position,
  here: (after: Position, through?: Position) => number,
): number => (mark >= asOf ? here(mark) : Math.max(here(mark, asOf), told - here(from, mark)) + here(asOf))

const nothing: Unread = { count: 0, exact: true }

const isWithMyself = ({ id }: ConversationState, self: UserId): boolean =>
  conversationKind(id) === 'direct' && conversationName(id) === self

/** What is here in (after, through]; without a bound, to the end. */
const stretch = ({ messages }: ConversationState, after: Position, through: Position | undefined): Stretch =>
  messages.summarize(afterPosition(after), through === undefined ? undefined : afterPosition(through < after ? after : through))
