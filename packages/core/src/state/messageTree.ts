import { compareText, nextText } from '../collections/compareText.ts'
import { OrderedTree } from '../collections/orderedTree.ts'
import type { TreeShape } from '../collections/orderedTree.ts'
import type { Position } from '../model/position.ts'
import { isCountable, isVisible, type MessageRecord, type Place } from './messageRecord.ts'

/** What is known of a stretch of messages without looking at them. */
export interface Stretch {
  /** Rows: neither silent nor deleted. */
  readonly messages: number
  readonly countable: number
  /** Of the countable, those that mention me [MEN1]. */
  readonly mentions: number
  readonly gaps: number
  /** Days of the first and last row. */
  readonly firstDay: number | undefined
  readonly lastDay: number | undefined
  /** How often the day changes between rows. */
  readonly dayChanges: number
}

export type MessageTree = OrderedTree<Place, MessageRecord, Stretch>

/** A record's place alone, for whoever must not hold the record. */
export const placeOf = ({ position, order, tie }: MessageRecord): Place => ({ ...(position !== undefined && { position }), order, tie })

export const comparePlaces = (a: Place, b: Place): number => {
  if (a.position !== undefined && b.position !== undefined) {
    return compareText(a.position, b.position) || compareText(a.tie, b.tie)
  }
  if (a.position !== undefined) return -1
  if (b.position !== undefined) return 1
  return a.order - b.order || compareText(a.tie, b.tie)
}

/**
 * Right after everything at a position: `(afterPosition(a), afterPosition(b)]` is what lies in (a, b]. No text lies between a
 * position and itself with a NUL behind it, and no record's tie is empty.
 */
export const afterPosition = (position: Position): Place => ({ position: nextText(position), order: 0, tie: '' })

/** Right after everything without a position that was numbered up to `order`. */
export const afterOrder = (order: number): Place => ({ order: order + 1, tie: '' })

/** After everything that has a position. */
export const afterConfirmed: Place = { order: Number.NEGATIVE_INFINITY, tie: '' }

const empty: Stretch = { messages: 0, countable: 0, mentions: 0, gaps: 0, firstDay: undefined, lastDay: undefined, dayChanges: 0 }

// One summary for all records of a day that look alike: what doesn't change a sum then doesn't rebuild the sums above it.
const measured = new Map<number, Stretch>()

const measure = (record: MessageRecord): Stretch => {
  const row = isVisible(record)
  const countable = isCountable(record)
  const mentions = countable && record.mentionsMe
  const name = record.day * 16 + (row ? 8 : 0) + (countable ? 4 : 0) + (mentions ? 2 : 0) + (record.gapBefore ? 1 : 0)
  const known = measured.get(name)
  if (known !== undefined) return known
  const day = row ? record.day : undefined
  const stretch: Stretch = {
    messages: row ? 1 : 0,
    countable: countable ? 1 : 0,
    mentions: mentions ? 1 : 0,
    gaps: record.gapBefore ? 1 : 0,
    firstDay: day,
    lastDay: day,
    dayChanges: 0,
  }
  measured.set(name, stretch)
  return stretch
}

const shape: TreeShape<Place, MessageRecord, Stretch> = {
  keyOf: record => record,
  compare: comparePlaces,
  empty,
  measure,
  combine: (a, b) => ({
    messages: a.messages + b.messages,
    countable: a.countable + b.countable,
    mentions: a.mentions + b.mentions,
    gaps: a.gaps + b.gaps,
    firstDay: a.firstDay ?? b.firstDay,
    lastDay: b.lastDay ?? a.lastDay,
    dayChanges: a.dayChanges + b.dayChanges + (a.lastDay !== undefined && b.firstDay !== undefined && a.lastDay !== b.firstDay ? 1 : 0),
  }),
}

export const noMessages: MessageTree = /* @__PURE__ */ OrderedTree.of(shape)
