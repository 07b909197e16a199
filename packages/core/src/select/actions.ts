import { noActions, type MessageActions } from '../model/conversation.ts'
import type { Capabilities } from '../protocol/capabilities.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import { sendStateOf } from './messageView.ts'

/** What I may do with a message at a time of the server's clock. */
export const actionsOf = (record: MessageRecord, capabilities: Capabilities, now: number): MessageActions => {
  if (!record.mine || record.recall !== undefined || record.deleted || record.silent) return noActions
  const { state } = sendStateOf(record)
  const waits = state === 'queued' || state === 'uploading'
  const age = now - (record.sentAt ?? record.seenAt ?? now)
  const through = state === 'sent' && record.confirmed
  const { recall, edit } = capabilities
  return {
    recall: through && record.pending?.change !== 'recall' && recall.mode !== 'none' && age < (recall.windowMs ?? Number.POSITIVE_INFINITY),
    edit: waits || (through && edit !== undefined && age < (edit.windowMs ?? Number.POSITIVE_INFINITY)),
    retry: state === 'failed' || state === 'uncertain',
    cancel: waits || state === 'sending' || state === 'failed' || state === 'uncertain',
  }
}

/** When the next of these windows closes, by the server's clock. */
export const windowEnd = (record: MessageRecord, { recall, edit }: Capabilities, now: number): number | undefined => {
  const sentAt = record.sentAt ?? record.seenAt
  if (sentAt === undefined) return undefined
  const ends = [recall.windowMs, edit?.windowMs].flatMap(window => (window !== undefined && sentAt + window > now ? [sentAt + window] : []))
  return ends.length === 0 ? undefined : Math.min(...ends)
}
