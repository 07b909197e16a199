import { later } from '../model/position.ts'
import { newest, type Versioned } from '../model/versioned.ts'
import type { StampedEntry, StampedRemoval } from '../protocol/stampedFact.ts'
import type { Batch } from './batch.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { notePosition } from './coverages.ts'
import { clearThrough } from './deletions.ts'

/** What a backend's list says of a conversation; what it leaves out says nothing [CVG3]. */
export const applyEntry = (slice: ConversationState, fact: StampedEntry): void => {
  const { entry, seq } = fact
  const told = <T>(value: T): Versioned<T> => ({ value, seq, ...(entry.version !== undefined && { version: entry.version }) })
  if (seq > slice.listedSeq) slice.listedSeq = seq
  if (entry.title !== undefined) slice.title = newest(slice.title, told(entry.title))
  if (entry.avatar !== undefined) slice.avatar = newest(slice.avatar, told(entry.avatar))
  if (entry.members !== undefined) slice.memberCount = newest(slice.memberCount, told(entry.members))
  if (entry.pinned !== undefined) slice.pinned = newest(slice.pinned, told(entry.pinned))
  if (entry.silenced !== undefined) slice.silenced = newest(slice.silenced, told(entry.silenced))
  if (entry.archived !== undefined) slice.archived = newest(slice.archived, told(entry.archived))
  if (entry.markedUnread !== undefined) slice.markedUnread = newest(slice.markedUnread, told(entry.markedUnread))
  if (entry.activity !== undefined) noteActivity(slice, entry.activity)
  if (entry.last?.position !== undefined) notePosition(slice, entry.last.position, seq)
  const { unread } = entry
  if (unread !== undefined) {
    // The number is a snapshot: it is as old as its request, whatever version the rest of the entry has.
    const { count, asOf = '', mark = '', mentions } = unread
    const listed = { value: { count, asOf, mark, ...(mentions !== undefined && { mentions }) }, seq }
    const stands = newest(slice.listed, listed)
    if (stands !== slice.listed) {
      slice.listed = stands
      slice.withdrawals = withoutThrough(slice, seq)
    }
  }
}

/** Withdrawals that the backend's number already left out. */
const withoutThrough = (slice: ConversationState, seq: number): ConversationState['withdrawals'] => {
  let rest = slice.withdrawals
  for (const withdrawal of slice.withdrawals) if (withdrawal.seq <= seq) rest = rest.delete(withdrawal.position)
  return rest
}

/** The conversation was removed: not listed again but by something newer; with its history, nothing of it comes back [CNV3]. */
export const applyRemoval = (slice: ConversationState, fact: StampedRemoval, batch: Batch): void => {
  const through = fact.through ?? ''
  const hidden = slice.hiddenThrough
  slice.hiddenThrough = {
    position: later(hidden?.position, through) ?? through,
    seq: Math.max(hidden?.seq ?? 0, fact.seq),
  }
  if (fact.withHistory && through !== '') clearThrough(slice, batch, through)
}

/** Server time of something that happened: it only grows. */
export const noteActivity = (slice: ConversationState, at: number | undefined): void => {
  if (at !== undefined && (slice.activity === undefined || at > slice.activity)) slice.activity = at
}
