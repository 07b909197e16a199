/**
 * Where a message stands in its conversation, in the backend's order: a non-empty string compared by code unit (`a < b`).
 * Transports pad numbers to make that hold. Unique within a conversation.
 */
export type Position = string

/** Below every position: the beginning of a conversation in {@link Coverage}. */
export const START: Position = ''

/** The greater of two positions; an absent one is below all. */
export const later = (a: Position | undefined, b: Position | undefined): Position | undefined =>
  a === undefined ? b : b === undefined || a >= b ? a : b

/** The lesser of two positions; an absent one says nothing. */
export const earlier = (a: Position | undefined, b: Position | undefined): Position | undefined =>
  a === undefined ? b : b === undefined || a <= b ? a : b
