import type { ConversationId } from '../model/ids.ts'
import type { Intent, SendIntent } from '../protocol/intent.ts'
import type { Batch } from './batch.ts'
import type { ConversationState } from '../state/conversationState.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import { remove, upsert } from './upsert.ts'

/** What this device wants, laid over what is joined. Written by commands and flow, never joined. */
export const applyIntent = (intent: Intent, batch: Batch): void => {
  if (intent.type === 'send') return applySend(intent.intent, batch)
  if (intent.type === 'unsend') return applyUnsend(intent.key, batch)
  if (intent.type === 'pending') {
    const found = batch.byKey(intent.key)
    if (found === undefined) return
    const { pending: _pending, ...kept } = found.record
    upsert(found.slice, batch, found.record, intent.pending === undefined ? kept : { ...kept, pending: intent.pending })
    return
  }
  if (intent.type === 'reaction') return applyMyReaction(intent, batch)
  applyToConversation(batch.slice(intent.conversation), intent)
}

const applyMyReaction = ({ key, emoji, active }: Extract<Intent, { readonly type: 'reaction' }>, batch: Batch): void => {
  const found = batch.byKey(key)
  if (found === undefined || found.record.recall !== undefined || found.record.deleted) return
  const { myReactions, ...kept } = found.record
  const wanted = new Map(myReactions)
  if (active === undefined) wanted.delete(emoji)
  else wanted.set(emoji, { emoji, mine: true, user: batch.self, active: { value: active, seq: 0 } })
  upsert(found.slice, batch, found.record, wanted.size === 0 ? kept : { ...kept, myReactions: wanted })
}

type ConversationIntent = Extract<Intent, { readonly conversation: ConversationId }>

const applyToConversation = (slice: ConversationState, intent: ConversationIntent): void => {
  if (intent.type === 'draft') slice.draft = intent.draft
  else if (intent.type === 'markSynced') slice.markSynced = intent.synced
  else if (intent.type === 'removal') slice.removal = intent.removal
  else slice.settings = intent.settings
}

const applySend = (intent: SendIntent, batch: Batch): void => {
  const slice = batch.slice(intent.conversation)
  const before = batch.byKey(intent.key)?.record
  const name = batch.names.localName(batch.self, intent.message.localId)
  const former = before?.intent?.message.localId ?? before?.localId
  if (former !== undefined && former !== intent.message.localId) {
    // A definite refusal came before: whatever still answers the old attempt is not this message [SND5].
    batch.names.forgetName(batch.names.localName(batch.self, former))
  }
  batch.names.alias(name, intent.key)
  slice.sends = slice.sends.set(intent)
  const { refused, ...row } = before ?? rowOf(intent, batch)
  // What refused an attempt under another name says nothing of this one.
  const stands = refused?.localId === intent.message.localId ? refused : undefined
  upsert(slice, batch, before, { ...row, ...(stands && { refused: stands }), localId: intent.message.localId, intent })
}

const applyUnsend = (key: string, batch: Batch): void => {
  const found = batch.byKey(key)
  const intent = found?.record.intent
  if (found === undefined || intent === undefined) return
  const { slice, record } = found
  slice.sends = slice.sends.delete(intent.order)
  if (record.confirmed) {
    const { intent: _intent, ...kept } = record
    upsert(slice, batch, record, kept)
    return
  }
  remove(slice, batch, record)
  batch.names.drop(record.key)
  batch.names.forgetName(batch.names.localName(batch.self, intent.message.localId))
}

/** The row of a message that only this device knows. */
const rowOf = (intent: SendIntent, batch: Batch): MessageRecord => ({
  key: intent.key,
  conversation: intent.conversation,
  from: batch.self,
  mine: true,
  ids: [],
  localId: intent.message.localId,
  order: intent.order,
  silent: intent.message.body.type === 'command',
  deleted: false,
  confirmed: false,
  intent,
  mentionsMe: false,
  gapBefore: false,
  tie: '',
  face: {},
  day: Number.NaN,
})
