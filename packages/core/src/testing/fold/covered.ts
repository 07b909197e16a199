import type { ConversationId } from '../../model/ids.ts'
import { type Position, START } from '../../model/position.ts'
import type { StampedFact, StampedPage } from '../../protocol/stampedFact.ts'
import type { Interval } from '../../model/coverage.ts'

/** Which stretches of one conversation are known without a hole [RCV3]. */
export interface Covered {
  /** Whether both lie in one known stretch. */
  readonly together: (from: Position, to: Position) => boolean
  /** The greatest position that was seen, shown or not. */
  readonly greatest: Position | undefined
  readonly atLive: boolean
}

export const coveredIn = (conversation: ConversationId, facts: readonly StampedFact[], cleared: Position | undefined): Covered => {
  const pages: StampedPage[] = []
  const intervals: Interval[] = []
  const seen: Position[] = []
  const saw = (position: Position | undefined): void => {
    if (position !== undefined && position !== START) seen.push(position)
  }
  let gapSeq = -Infinity
  for (const fact of facts) {
    if (fact.type === 'page' && fact.conversation === conversation) {
      intervals.push(fact.covers)
      if (fact.live) pages.push(fact)
      saw(fact.covers.to)
    }
    if ((fact.type === 'message' || fact.type === 'accepted') && fact.message.conversation === conversation) {
      if (fact.covers !== undefined) intervals.push(fact.covers)
      saw(fact.message.position)
    }
    if (fact.type === 'conversation' && fact.entry.id === conversation) {
      saw(fact.entry.last?.position)
      saw(fact.entry.unread?.asOf)
    }
    if (fact.type === 'gap' && (fact.conversations?.includes(conversation) ?? true)) gapSeq = Math.max(gapSeq, fact.seq)
  }
  if (cleared !== undefined) intervals.push({ from: START, to: cleared })

  const stretches = union(intervals)
  const together = (from: Position, to: Position): boolean => stretches.some(known => known.from <= from && to <= known.to)
  const greatest = seen.reduce<Position | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined)
  const live = [...pages].sort((a, b) => b.seq - a.seq)[0]
  return {
    together,
    greatest,
    atLive: live !== undefined && live.seq > gapSeq && (greatest === undefined || together(live.covers.from, greatest)),
  }
}

/** Joins intervals that overlap or touch, until none do. */
const union = (intervals: readonly Interval[]): readonly Interval[] => {
  let apart: Interval[] = []
  for (const interval of intervals) {
    let grown = interval
    for (let before = -1; before !== apart.length; ) {
      before = apart.length
      const touching = apart.filter(other => other.from <= grown.to && grown.from <= other.to)
      apart = apart.filter(other => !touching.includes(other))
      for (const other of touching) {
        grown = { from: other.from < grown.from ? other.from : grown.from, to: other.to > grown.to ? other.to : grown.to }
      }
    }
    apart.push(grown)
  }
  return apart
}
