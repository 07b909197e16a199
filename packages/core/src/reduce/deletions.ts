import { START, later, type Position } from '../model/position.ts'
import type { DeletedFact } from '../protocol/fact.ts'
import { awaitMessage } from './awaitMessage.ts'
import type { Batch } from './batch.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { extendCoverage } from './coverages.ts'
import { least } from './marks.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import { afterPosition } from '../state/messageTree.ts'
import { upsert } from './upsert.ts'

/** Messages are gone, for me or for all: terminal, and maybe before they come [DEL1]. */
export const applyDeletion = (fact: DeletedFact & { readonly seq: number }, batch: Batch): void => {
  const { target, conversation, seq } = fact
  if ('through' in target) {
    if (conversation !== undefined) clearThrough(batch.slice(conversation), batch, target.through)
    return
  }
  for (const ref of target.exactly) {
    const found = batch.find(ref, conversation)
    if (found === undefined) awaitMessage(batch, ref, batch.self, { deletedSeq: seq }, conversation)
    else deleteRecord(found.slice, batch, found.record, seq)
  }
}

/** The record stays as a nameplate without a row, so that no later copy makes a new one. */
export const deleteRecord = (slice: ConversationState, batch: Batch, record: MessageRecord, seq: number): MessageRecord => {
  const withdrawnSeq = least(record.withdrawnSeq, seq) ?? seq
  if (record.deleted && withdrawnSeq === record.withdrawnSeq) return record
  const { content: _content, edit: _edit, pending: _pending, ...kept } = record
  return upsert(slice, batch, record, { ...kept, deleted: true, withdrawnSeq })
}

/** Everything at or below a position is gone for good; what is below is a beginning, not a gap. */
export const clearThrough = (slice: ConversationState, batch: Batch, through: Position): void => {
  if (later(slice.clearedThrough, through) === slice.clearedThrough) return
  slice.clearedThrough = through
  dropThrough(slice, batch, through)
  extendCoverage(slice, START, through)
}

/** Takes messages out of memory, names and all. */
export const dropThrough = (slice: ConversationState, batch: Batch, through: Position): void => {
  const bound = afterPosition(through)
  const { keys } = batch.touch(slice.id)
  for (const record of slice.messages.between(undefined, bound)) {
    keys.add(record.key)
    batch.names.drop(record.key)
    for (const name of batch.names.namesIn(record, slice.id)) batch.names.forgetName(name)
    for (const id of record.ids) {
      const name = batch.names.idName(slice.id, id)
      if (name !== undefined) batch.names.forgetName(name)
    }
    if (record.intent !== undefined) slice.sends = slice.sends.delete(record.intent.order)
  }
  slice.messages = slice.messages.deleteRange(undefined, bound)
  const first = slice.messages.first()
  if (first?.gapBefore === true) slice.messages = slice.messages.set({ ...first, gapBefore: false })
}
