import { compareText } from '../collections/compareText.ts'
import { countingTree } from '../collections/countingTree.ts'
import type { OrderedTree } from '../collections/orderedTree.ts'
import type { MessageId, UserId } from '../model/ids.ts'
import type { Versioned } from '../model/versioned.ts'

/** Whether a message is pinned for all, and by whom: a register per message id [PIN1]. */
export interface PinMark {
  readonly id: MessageId
  readonly pin: Versioned<{ readonly pinned: boolean; readonly by: UserId; readonly at?: number }>
}

/** Of one conversation; sums count what is pinned. */
export type PinTree = OrderedTree<MessageId, PinMark, number>

export const noPins: PinTree = /* @__PURE__ */ countingTree(
  (mark: PinMark) => mark.id,
  compareText,
  mark => (mark.pin.value.pinned ? 1 : 0),
)
