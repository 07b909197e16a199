import type { Batch } from './batch.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { deleteRecord } from './deletions.ts'
import type { EarlyFacts } from './earlyFacts.ts'
import { editRecord } from './edits.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import { reactToRecord } from './reactions.ts'
import { addToTally, markRecordByMe, noteOwnMark, waitAtRecord } from './receipts.ts'
import { recallRecord } from './recall.ts'
import { refuseRecord } from './refusals.ts'

/** A message has a name more, or is new: what waited for one of its names applies [EARLY1]. */
export const applyEarly = (slice: ConversationState, batch: Batch, record: MessageRecord): MessageRecord => {
  if (batch.early.size === 0) return record
  const names = [...batch.names.namesIn(record, slice.id)]
  for (const id of record.ids) {
    const name = batch.names.idName(slice.id, id)
    if (name !== undefined) names.push(name)
  }
  let present = record
  for (const name of names) {
    const early = batch.early.take(name)
    if (early !== undefined) present = applyOne(slice, batch, present, early)
  }
  return present
}

const applyOne = (slice: ConversationState, batch: Batch, record: MessageRecord, early: EarlyFacts): MessageRecord => {
  let present = record
  for (const claim of early.claims ?? []) present = recallRecord(slice, batch, present, claim)
  for (const edit of early.edits ?? []) present = editRecord(slice, batch, present, edit)
  for (const mark of early.reactions ?? []) present = reactToRecord(slice, batch, present, mark)
  const { counts, exact } = early
  if (counts !== undefined || exact !== undefined) {
    addToTally(slice, batch, record.key, { ...(counts && { counts }), ...(exact && { exact }) })
  }
  for (const mark of early.waiting ?? []) waitAtRecord(slice, batch, present, mark)
  if (early.readByMe !== undefined) {
    noteOwnMark(slice, early.readByMe.latest)
    present = markRecordByMe(slice, batch, present, early.readByMe.least)
  }
  if (early.refused !== undefined) present = refuseRecord(slice, batch, present, early.refused)
  if (early.deletedSeq !== undefined) present = deleteRecord(slice, batch, present, early.deletedSeq)
  return present
}
