import type { Position } from './position.ts'

/** A closed interval of positions all of whose messages are known here. */
export interface Interval {
  readonly from: Position
  readonly to: Position
}

/** Disjoint intervals in ascending order [RCV3]. */
export type Coverage = readonly Interval[]

/** The union with one more interval. The same value if nothing new is covered. */
export const cover = (coverage: Coverage, from: Position, to: Position): Coverage => {
  const last = coverage.at(-1)
  if (last !== undefined && last.from <= from && from <= last.to) {
    return to <= last.to ? coverage : [...coverage.slice(0, -1), { from: last.from, to }]
  }
  const start = firstReaching(coverage, from)
  let end = start
  let low = from
  let high = to
  for (let next = coverage[end]; next !== undefined && next.from <= high; next = coverage[++end]) {
    if (next.from <= from && to <= next.to) return coverage
    if (next.from < low) low = next.from
    if (next.to > high) high = next.to
  }
  return [...coverage.slice(0, start), { from: low, to: high }, ...coverage.slice(end)]
}

/** The interval in which a position lies. */
export const intervalAt = (coverage: Coverage, position: Position): Interval | undefined => {
  const found = coverage[firstReaching(coverage, position)]
  return found !== undefined && found.from <= position ? found : undefined
}

/** Whether everything between the two, ends included, is known. */
export const covers = (coverage: Coverage, from: Position, to: Position): boolean => {
  const found = intervalAt(coverage, from)
  return found !== undefined && to <= found.to
}

/** Coverage without what lies at or below a position: after messages there were dropped from memory. */
export const uncoverThrough = (coverage: Coverage, through: Position, floor: Position): Coverage =>
  coverage.flatMap(interval => (interval.to <= through ? [] : interval.from <= through ? [{ from: floor, to: interval.to }] : [interval]))

/** Index of the first interval that ends at or after the position. */
const firstReaching = (coverage: Coverage, position: Position): number => {
  let low = 0
  let high = coverage.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const interval = coverage[middle]
    if (interval !== undefined && interval.to < position) low = middle + 1
    else high = middle
  }
  return low
}
