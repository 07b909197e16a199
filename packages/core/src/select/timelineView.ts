import { sequence, type Sequence, type SequenceSource } from '../collections/sequence.ts'
import type { MessageKey } from '../model/ids.ts'
import type { TimelineItem } from '../model/timelineItem.ts'
import type { GapProgress } from '../state/conversationState.ts'
import { isVisible, type MessageRecord, type Place } from '../state/messageRecord.ts'
import type { MessageTree, Stretch } from '../state/messageTree.ts'
import { messageView } from './messageView.ts'
import type { FindRecord } from './messagesView.ts'

/** What a timeline is made from. `marker`: the place of the first message that was unread when the conversation was opened. */
export interface TimelineParts {
  readonly messages: MessageTree
  readonly marker: Place | undefined
  readonly gaps: readonly GapProgress[]
  readonly fillable: boolean
  readonly find: FindRecord
}

/** A conversation as rows: gaps, days, the unread marker and messages, over its tree: nothing is copied, each row is found in O(log n). */
export const timelineView = (parts: TimelineParts): Sequence<TimelineItem> => sequence(new TimelineSource(parts))

/** Rows that a stretch makes: its messages and gaps, and a date wherever the day changes and above the first. */
const width = (stretch: Stretch): number => stretch.messages + stretch.gaps + stretch.dayChanges + (stretch.messages > 0 ? 1 : 0)

class TimelineSource implements SequenceSource<TimelineItem> {
  readonly length: number
  readonly #parts: TimelineParts
  /** The row at which the unread marker stands; -1 without one. */
  readonly #markerRow: number

  constructor(parts: TimelineParts) {
    this.#parts = parts
    this.#markerRow = parts.marker === undefined ? -1 : this.#rowOfMarker(parts.marker)
    this.length = width(parts.messages.summary) + (this.#markerRow < 0 ? 0 : 1)
  }

  at(index: number): TimelineItem | undefined {
    for (const item of this.range(index, index + 1)) return item
    return undefined
  }

  *range(from: number, to: number): Iterable<TimelineItem> {
    if (from >= to) return
    // Rows without the marker are counted by the tree; the marker is one more, in between.
    const start = this.#markerRow >= 0 && from > this.#markerRow ? from - 1 : from
    const first = this.#parts.messages.seek(start, width)
    if (first === undefined) {
      if (from === this.#markerRow) yield unreadItem
      return
    }
    let row = width(first.before)
    let day = first.before.lastDay
    if (this.#markerRow >= 0 && row > this.#markerRow) row += 1
    else if (this.#markerRow >= 0 && row === this.#markerRow && from > row) row += 1
    for (const record of this.#parts.messages.range(first.index)) {
      for (const item of this.#rowsOf(record, day, row)) {
        if (row >= to) return
        if (row >= from) yield item
        row += 1
      }
      if (isVisible(record)) day = record.day
    }
  }

  indexOf(key: string): number {
    if (key === unreadItem.key) return this.#markerRow
    const kind = prefixes.find(prefix => key.startsWith(prefix))
    const record = this.#parts.find(kind === undefined ? key : key.slice(kind.length))
    if (record === undefined) return -1
    const rank = this.#parts.messages.rank(record)
    if (this.#parts.messages.at(rank)?.key !== record.key) return -1
    const before = this.#parts.messages.prefix(rank)
    let row = width(before)
    if (this.#markerRow >= 0 && row > this.#markerRow) row += 1
    for (const item of this.#rowsOf(record, before.lastDay, row)) {
      if (item.key === key) return row
      row += 1
    }
    return -1
  }

  *#rowsOf(record: MessageRecord, day: number | undefined, row: number): Iterable<TimelineItem> {
    let next = row
    if (record.gapBefore) {
      yield gapItem(record.key, this.#parts)
      next += 1
    }
    if (!isVisible(record)) return
    if (day !== record.day) {
      yield dateItem(record)
      next += 1
    }
    if (next === this.#markerRow) yield unreadItem
    yield messageItem(record)
  }

  /** Right above the first message at or after the place that counted as unread, below its gap and date. */
  #rowOfMarker(marker: Place): number {
    const { messages } = this.#parts
    const before = messages.prefix(messages.rank(marker))
    const first = messages.seek(before.countable, stretch => stretch.countable)
    if (first === undefined) return -1
    const { item, before: above } = first
    return width(above) + (item.gapBefore ? 1 : 0) + (above.lastDay === item.day ? 0 : 1)
  }
}

const unreadItem: TimelineItem = /* @__PURE__ */ Object.freeze({ type: 'unread', key: 'unread' })
const prefixes = ['gap ', 'date '] as const

const items = new WeakMap<object, TimelineItem>()
const dates = new WeakMap<object, TimelineItem>()

const messageItem = (record: MessageRecord): TimelineItem =>
  cached(items, record, () => ({ type: 'message', key: record.key, message: messageView(record) }))

const dateItem = (record: MessageRecord): TimelineItem =>
  cached(dates, record, () => ({
    type: 'date',
    key: `date ${record.key}`,
    day: new Date(record.day * 86_400_000).toISOString().slice(0, 10),
  }))

const cached = (cache: WeakMap<object, TimelineItem>, record: MessageRecord, make: () => TimelineItem): TimelineItem => {
  const known = cache.get(record.face)
  if (known !== undefined) return known
  const item = make()
  cache.set(record.face, item)
  return item
}

const gapItem = (before: MessageKey, { gaps, fillable }: TimelineParts): TimelineItem => {
  const progress = gaps.find(gap => gap.before === before)
  return {
    type: 'gap',
    key: `gap ${before}`,
    before,
    fillable,
    filling: progress?.filling ?? false,
    ...(progress?.error !== undefined && { error: progress.error }),
  }
}
