import type { ReactionFact } from '../protocol/fact.ts'
import type { ConversationState } from '../state/conversationState.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import { noReactions, type ReactionMark } from '../state/reactionTree.ts'
import type { Batch } from './batch.ts'
import { reach } from './reach.ts'
import { withReaction } from './reactionMarks.ts'
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
