import { chatError } from '../model/error.ts'
import type { RecalledFact } from '../protocol/fact.ts'
import type { Batch } from './batch.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { erased } from './identity.ts'
import { least } from './marks.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import { reach } from './reach.ts'
import { isAuthorized, leastRecall, type Claim } from './recallClaim.ts'
import { upsert } from './upsert.ts'

/** A message was withdrawn. Terminal: no edit, copy or page brings the body back, in whatever order they come [RCL1]. */
export const applyRecall = (fact: RecalledFact & { readonly seq: number }, batch: Batch): void => {
  const { target, by, as, at, seq } = fact
  const claim: Claim = { recalled: { by, as, ...(at !== undefined && { at }) }, seq }
  reach(batch, { target, speaker: by, early: { claims: [claim] }, apply: ({ slice, record }) => recallRecord(slice, batch, record, claim) })
}

export const recallRecord = (slice: ConversationState, batch: Batch, record: MessageRecord, claim: Claim): MessageRecord => {
  if (!isAuthorized(claim.recalled, record.from)) {
    batch.errors.push(chatError('forbidden', { message: 'A recall by somebody who is not the author was ignored.' }))
    return record
  }
  const recall = record.recall === undefined ? claim.recalled : leastRecall(record.recall, claim.recalled)
  const withdrawnSeq = least(record.withdrawnSeq, claim.seq) ?? claim.seq
  if (recall === record.recall && withdrawnSeq === record.withdrawnSeq) return record
  const { content, edit: _edit, pending: _pending, reactions: _reactions, myReactions: _mine, ...kept } = record
  return upsert(slice, batch, record, { ...kept, ...(content && { content: erased(content) }), recall, withdrawnSeq })
}
