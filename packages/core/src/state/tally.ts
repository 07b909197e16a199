import { compareText } from '../collections/compareText.ts'
import { countingTree } from '../collections/countingTree.ts'
import type { OrderedTree } from '../collections/orderedTree.ts'
import type { MessageKey, UserId } from '../model/ids.ts'
import type { ReceiptKind } from '../model/receipts.ts'

export interface Counts {
  readonly read: number
  readonly delivered?: number
  readonly of?: number
}

/** Who got or read this very message, apart from watermarks. Sorted, without doubles. */
export interface ExactMarks {
  readonly delivered: readonly UserId[]
  readonly read: readonly UserId[]
}

/** A watermark that will count from this message's position, once it has one. */
export interface WaitingMark {
  readonly user: UserId
  readonly kind: ReceiptKind
  readonly seq: number
}

/** What is known of one message's receipts beside the watermarks. Apart from the message: a receipt doesn't change what it says. */
export interface Tally {
  readonly key: MessageKey
  readonly counts?: Counts
  readonly exact?: ExactMarks
  readonly waiting?: readonly WaitingMark[]
}

export type Tallies = OrderedTree<MessageKey, Tally, number>

export const noTallies: Tallies = /* @__PURE__ */ countingTree((tally: Tally) => tally.key, compareText)
