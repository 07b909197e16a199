import { compareText } from '../collections/compareText.ts'
import { countingTree } from '../collections/countingTree.ts'
import type { OrderedTree } from '../collections/orderedTree.ts'
import type { UserId } from '../model/ids.ts'
import type { Versioned } from '../model/versioned.ts'

/** One user's emoji at a message, there or taken away: a register [RCT1]. */
export interface ReactionMark {
  readonly emoji: string
  readonly user: UserId
  readonly active: Versioned<boolean>
}

/** Sorted by emoji, then user; sums count those that are there, so that thousands of users cost one descent. */
export type ReactionTree = OrderedTree<Pick<ReactionMark, 'emoji' | 'user'>, ReactionMark, number>

export const noReactions: ReactionTree = /* @__PURE__ */ countingTree(
  (mark: ReactionMark) => mark,
  (a: Pick<ReactionMark, 'emoji' | 'user'>, b: Pick<ReactionMark, 'emoji' | 'user'>) =>
    compareText(a.emoji, b.emoji) || compareText(a.user, b.user),
  mark => (mark.active.value ? 1 : 0),
)
