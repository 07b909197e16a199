import { newest } from '../model/versioned.ts'
import type { ReactionMark, ReactionTree } from '../state/reactionTree.ts'

/** The same tree if the mark tells nothing new. */
export const withReaction = (reactions: ReactionTree, mark: ReactionMark): ReactionTree => {
  const known = reactions.get(mark)?.active
  const active = newest(known, mark.active)
  return active === known ? reactions : reactions.set({ ...mark, active })
}

/** Both joined. */
export const joinReactions = (a: ReactionTree | undefined, b: ReactionTree | undefined): ReactionTree | undefined => {
  if (a === undefined || b === undefined) return a ?? b
  let joined = a
  for (const mark of b) joined = withReaction(joined, mark)
  return joined
}

/** The registers of two lists, one per emoji and user. */
export const joinReactionMarks = (a: readonly ReactionMark[], b: readonly ReactionMark[]): readonly ReactionMark[] => {
  let joined = a
  for (const mark of b) {
    const known = joined.find(({ emoji, user }) => emoji === mark.emoji && user === mark.user)
    if (known === undefined) joined = [...joined, mark]
    else if (newest(known.active, mark.active) !== known.active) joined = joined.map(one => (one === known ? mark : one))
  }
  return joined
}
