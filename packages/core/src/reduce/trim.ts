import { uncoverThrough } from '../model/coverage.ts'
import type { Position } from '../model/position.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { afterConfirmed, afterPosition } from '../state/messageTree.ts'
import { ownMark } from '../state/ownMark.ts'
import type { Batch } from './batch.ts'
import { dropThrough } from './deletions.ts'

/** How many messages a conversation that nobody shows may keep, and how many it keeps when it passed that. */
const most = 1_200
const kept = 200
const mostUnread = 1_000

/** Up to where a conversation that nobody shows lets go: never of what is unread, nor of what is on its way [RCV10]. */
export const trimPoint = (slice: ConversationState): { readonly through: Position; readonly next: Position } | undefined => {
  const { messages } = slice
  if (messages.size <= most) return undefined
  const unread = messages.size - messages.rank(afterPosition(ownMark(slice)))
  const cut = messages.size - Math.max(kept, Math.min(unread, mostUnread))
  const through = messages.at(cut - 1)?.position
  const next = messages.at(cut)?.position
  return through === undefined || next === undefined ? undefined : { through, next }
}

export const trim = (slice: ConversationState, batch: Batch): void => {
  const point = trimPoint(slice)
  if (point === undefined) return
  dropThrough(slice, batch, point.through)
  slice.coverage = uncoverThrough(slice.coverage, point.through, point.next)
  slice.trimmedThrough = point.through
  // The newest page now begins with what was kept of it.
  if (slice.live !== undefined && slice.live.from < point.next) slice.live = { ...slice.live, from: point.next }
}

/** Forgets what is loaded: coverage and confirmed messages, not what was read or cleared. */
export const forget = (slice: ConversationState, batch: Batch): void => {
  const last = slice.messages.before(afterConfirmed)
  if (last?.position !== undefined) dropThrough(slice, batch, last.position)
  slice.coverage = []
  slice.live = undefined
  slice.trimmedThrough = undefined
}
