import type { UserId } from './ids.ts'
import type { Position } from './position.ts'

export type ReceiptKind = 'delivered' | 'read'

/** How far one of my messages has come. What the backend can't tell is `undefined`, never 0 [RCP5]. */
export interface Receipts {
  /** Recipients whose devices have it; read implies delivered. */
  readonly delivered: number | undefined
  readonly read: number | undefined
  /** Recipients there are, if that is known. */
  readonly of: number | undefined
  /** Those known by name to have read it, in the order of their ids. */
  readonly readers: readonly UserId[]
}

/** One line of `talk.readers(key)`. */
export interface Reader {
  readonly user: UserId
  /** Milliseconds since 1970. */
  readonly at?: number
  /** What the reader wrote beside the receipt. */
  readonly content?: string
}

/** A page of something; `next` asks for the following one and is absent on the last. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next?: string
}

/** Invariant: both only move forward, and read ≤ delivered in what they cover [RCP1]. */
export interface Watermarks {
  readonly user: UserId
  readonly deliveredUpTo?: Position
  readonly readUpTo?: Position
}
