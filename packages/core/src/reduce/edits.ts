import { chatError } from '../model/error.ts'
import { newest, type Versioned } from '../model/versioned.ts'
import type { EditedFact } from '../protocol/fact.ts'
import type { Batch } from './batch.ts'
import type { ConversationState } from '../state/conversationState.ts'
import type { Edit, MessageRecord } from '../state/messageRecord.ts'
import { reach } from './reach.ts'
import { isAuthorized } from './recallClaim.ts'
import { upsert } from './upsert.ts'

/** A message says something else now. Of several edits the newest stands, whatever came first [EDT1]. */
export const applyEdit = (fact: EditedFact & { readonly seq: number }, batch: Batch): void => {
  const { target, body, ext, by, as, at, version, seq } = fact
  const value: Edit = { body, by, as, ...(ext !== undefined && { ext }), ...(at !== undefined && { at }) }
  const edit: Versioned<Edit> = { value, seq, ...(version !== undefined && { version }) }
  reach(batch, { target, speaker: by, early: { edits: [edit] }, apply: ({ slice, record }) => editRecord(slice, batch, record, edit) })
}

export const editRecord = (slice: ConversationState, batch: Batch, record: MessageRecord, edit: Versioned<Edit>): MessageRecord => {
  if (!isAuthorized(edit.value, record.from)) {
    batch.errors.push(chatError('forbidden', { message: 'An edit by somebody who is not the author was ignored.' }))
    return record
  }
  if (record.recall !== undefined || record.deleted || record.silent) return record
  const stands = newest(record.edit, edit)
  return stands === record.edit ? record : upsert(slice, batch, record, { ...record, edit: stands })
}
