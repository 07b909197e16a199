import { START, later, type Position } from '../model/position.ts'
import type { DeletedFact } from '../protocol/fact.ts'
import type { Batch } from './batch.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { extendCoverage } from './coverages.ts'
import { least } from './marks.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import { afterPosition } from '../state/messageTree.ts'
import { reach } from './reach.ts'
import { remove, upsert } from './upsert.ts'

/** Messages are gone, for me or for all: terminal, and maybe before they come [DEL1]. */
export const applyDeletion = (fact: DeletedFact & { readonly seq: number }, batch: Batch): void => {
  const { target, conversation, seq } = fact
  if ('through' in target) {
    if (conversation !== undefined) clearThrough(batch.slice(conversation), batch, target.through)
    return
  }
  for (const ref of target.exactly) {
    reach(batch, {
      target: ref,
      conversation,
      early: { deletedSeq: seq },
      apply: ({ slice, record }) => deleteRecord(slice, batch, record, seq),
    })
  }
}

/** The record stays as a nameplate without a row, so that no later copy makes a new one. */
export const deleteRecord = (slice: ConversationState, batch: Batch, record: MessageRecord, seq: number): MessageRecord => {
  const withdrawnSeq = least(record.withdrawnSeq, seq) ?? seq
  if (record.deleted && withdrawnSeq === record.withdrawnSeq) return record
  const { content: _content, edit: _edit, pending: _pending, reactions: _reactions, myReactions: _mine, ...kept } = record
  return upsert(slice, batch, record, { ...kept, deleted: true, withdrawnSeq })
}

/** Everything at or below a position is gone for good; what is below is a beginning, not a gap. */
export const clearThrough = (slice: ConversationState, batch: Batch, through: Position): void => {
  if (later(slice.clearedThrough, through) === slice.clearedThrough) return
  slice.clearedThrough = through
  dropThrough(slice, batch, through, { cleared: true })
  extendCoverage(slice, START, through)
}

/** Takes messages out of memory, names and all; of what was cleared some names stay, to know other copies by. */
export const dropThrough = (
  slice: ConversationState,
  batch: Batch,
  through: Position,
  { cleared = false }: { readonly cleared?: boolean } = {},
): void => {
  const bound = afterPosition(through)
  for (const record of slice.messages.between(undefined, bound)) forgetRecord(slice, batch, record, cleared)
  slice.messages = slice.messages.deleteRange(undefined, bound)
  const first = slice.messages.first()
  if (first?.gapBefore === true) slice.messages = slice.messages.set({ ...first, gapBefore: false })
}

/** Takes one message out of memory. */
export const dropRecord = (
  slice: ConversationState,
  batch: Batch,
  record: MessageRecord,
  { cleared }: { readonly cleared: boolean },
): void => {
  remove(slice, batch, record)
  forgetRecord(slice, batch, record, cleared)
}

const forgetRecord = (slice: ConversationState, batch: Batch, record: MessageRecord, cleared: boolean): void => {
  batch.touch(slice.id).keys.add(record.key)
  batch.names.drop(record.key)
  slice.tallies = slice.tallies.delete(record.key)
  if (record.intent !== undefined) slice.sends = slice.sends.delete(record.intent.order)
  const names = batch.names.namesIn(record, slice.id)
  for (const id of record.ids) {
    const name = batch.names.idName(slice.id, id)
    if (name !== undefined) names.push(name)
  }
  for (const name of names) {
    if (cleared) batch.names.clear(name, slice.id)
    else batch.names.forgetName(name)
  }
}
