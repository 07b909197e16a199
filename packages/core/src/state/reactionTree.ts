import { compareText } from '../collections/compareText.ts'
import { countingTree } from '../collections/countingTree.ts'
import type { OrderedTree } from '../collections/orderedTree.ts'
import type { UserId } from '../model/ids.ts'
import type { Versioned } from '../model/versioned.ts'

/** Where a reaction stands among those of a message: by emoji, mine before others', then by user. */
export interface ReactionPlace {
  readonly emoji: string
  readonly mine: boolean
  readonly user: UserId
}

/** One user's emoji at a message, there or taken away: a register [RCT1]. */
export interface ReactionMark extends ReactionPlace {
  readonly active: Versioned<boolean>
}

/** Sums count those that are there, so that thousands of users cost one descent. */
export type ReactionTree = OrderedTree<ReactionPlace, ReactionMark, number>

/** Right before the first reaction with an emoji. */
export const beforeReactions = (emoji: string): ReactionPlace => ({ emoji, mine: true, user: '' })

export const noReactions: ReactionTree = /* @__PURE__ */ countingTree(
  (mark: ReactionMark): ReactionPlace => mark,
  (a, b) => compareText(a.emoji, b.emoji) || Number(b.mine) - Number(a.mine) || compareText(a.user, b.user),
  mark => (mark.active.value ? 1 : 0),
)
