import type { Position } from '../model/position.ts'

/** A stretch of messages that watermarks moved over: (after, through], from the start if `after` is absent. */
export interface MarkRange {
  readonly after: Position | undefined
  readonly through: Position
}

/** The stretch that holds both. */
export const joinRanges = (a: MarkRange | undefined, b: MarkRange): MarkRange => {
  if (a === undefined) return b
  const after = a.after === undefined || b.after === undefined ? undefined : a.after < b.after ? a.after : b.after
  return { after, through: a.through > b.through ? a.through : b.through }
}
