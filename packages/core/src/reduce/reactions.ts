import type { ReactionFact } from '../protocol/fact.ts'
import { newest } from '../model/versioned.ts'
import type { ConversationState } from '../state/conversationState.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import { noReactions, type ReactionMark, type ReactionTree } from '../state/reactionTree.ts'
import type { Batch } from './batch.ts'
import { reach } from './reach.ts'
import { upsert } from './upsert.ts'

/** Somebody put an emoji to a message, or took it away; maybe before the message is here [RCT1]. */
export const applyReaction = (fact: ReactionFact & { readonly seq: number }, batch: Batch): void => {
  const { target, user, emoji, active, seq, version } = fact
  const mark: ReactionMark = {
    emoji,
    mine: user === batch.self,
    user,
    active: { value: active, seq, ...(version !== undefined && { version }) },
  }
  reach(batch, {
    target,
    speaker: user,
    early: { reactions: [mark] },
    apply: ({ slice, record }) => reactToRecord(slice, batch, record, mark),
  })
}

export const reactToRecord = (slice: ConversationState, batch: Batch, record: MessageRecord, mark: ReactionMark): MessageRecord => {
  if (record.recall !== undefined || record.deleted || record.silent) return record
  const before = record.reactions ?? noReactions
  const reactions = withReaction(before, mark)
  return reactions === before ? record : upsert(slice, batch, record, { ...record, reactions })
}

/** The same tree if the mark tells nothing new. */
const withReaction = (reactions: ReactionTree, mark: ReactionMark): ReactionTree => {
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
