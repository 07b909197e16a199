import type { MessageId, Position } from '@parlance/core'

/** An unsigned number of 64 bits has at most so many digits. */
const DIGITS = 20

/** Easemob's message ids grow in the order of a conversation: padded, they are its positions. */
export const positionOf = (id: MessageId | undefined): Position | undefined =>
  id !== undefined && /^\d{1,20}$/.test(id) ? id.padStart(DIGITS, '0') : undefined

/** The id that stands at a position. */
export const idAt = (position: Position): MessageId => position.replace(/^0+(?=.)/, '')
