import type { Position } from '@parlance/core'

const WIDTH = 12

/** A place in a log as a position: as many digits for all, so that comparing strings compares numbers. */
export const positionOf = (sequence: number): Position => sequence.toString().padStart(WIDTH, '0')

/** The last place, of those up to `head`, whose position isn't above the one given; 0 if all are. Any string may be given. */
export const placeThrough = (position: Position, head: number): number => {
  let low = 0
  let high = head
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (positionOf(middle) <= position) low = middle
    else high = middle - 1
  }
  return low
}
