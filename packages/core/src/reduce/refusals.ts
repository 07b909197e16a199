import type { StampedRefusal } from '../protocol/stampedFact.ts'
import type { Batch } from './batch.ts'
import type { ConversationState } from '../state/conversationState.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import { upsert } from './upsert.ts'

/** My send was refused: it stays, with its body and the reason, unless a copy with a position proves otherwise [SND10]. */
export const applyRefusal = (fact: StampedRefusal, batch: Batch): void => {
  const name = batch.names.localName(batch.self, fact.localId)
  const refused = { localId: fact.localId, error: fact.error, seq: fact.seq }
  const found = batch.byName(name)
  if (found === undefined) batch.early.add(name, undefined, { refused })
  else refuseRecord(found.slice, batch, found.record, refused)
}

export const refuseRecord = (
  slice: ConversationState,
  batch: Batch,
  record: MessageRecord,
  refused: NonNullable<MessageRecord['refused']>,
): MessageRecord =>
  record.refused !== undefined && record.refused.seq <= refused.seq ? record : upsert(slice, batch, record, { ...record, refused })
