import { conversationKind, type UserId } from '../model/ids.ts'
import type { ReceiptKind, Receipts } from '../model/receipts.ts'
import type { MessageStatus } from '../model/sendState.ts'
import type { Capabilities } from '../protocol/capabilities.ts'
import type { ConversationState } from '../state/conversationState.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import { sendStateOf } from './messageView.ts'

/** How far one of my messages has come; others' have no receipts [RCP5]. */
export const receiptsView = (slice: ConversationState, record: MessageRecord, capabilities: Capabilities): Receipts | undefined => {
  if (!record.mine || !record.confirmed) return undefined
  const delivered = reachedBy(slice, record, 'delivered')
  const read = reachedBy(slice, record, 'read')
  return {
    delivered: delivered > 0 || countsDelivered(slice, record, capabilities) ? Math.max(delivered, read) : undefined,
    read: read > 0 || countsRead(slice, record, capabilities) ? read : undefined,
    of: recipients(slice, record),
    readers: [...readersOf(slice, record)].sort(),
  }
}

/** The greatest of the backend's count and those known by name [RCP4]; `undefined` where nobody counts. */
export const groupReadCount = (slice: ConversationState, record: MessageRecord, capabilities: Capabilities): number | undefined => {
  if (!record.mine || !record.confirmed || conversationKind(slice.id) === 'direct') return undefined
  const read = reachedBy(slice, record, 'read')
  return read > 0 || countsRead(slice, record, capabilities) ? read : undefined
}

/** The tick. In a group: once all recipients are known and reached it. */
export const statusOf = (slice: ConversationState, record: MessageRecord): MessageStatus | undefined => {
  if (!record.mine) return undefined
  const { state } = sendStateOf(record)
  if (state !== 'sent') return state
  const all = recipients(slice, record)
  if (all === undefined || all === 0) return 'sent'
  return reachedBy(slice, record, 'read') >= all ? 'read' : reachedBy(slice, record, 'delivered') >= all ? 'delivered' : 'sent'
}

/** Whether "nobody" is something the backend would tell. */
const countsRead = (slice: ConversationState, record: MessageRecord, capabilities: Capabilities): boolean => {
  if (slice.tallies.get(record.key)?.counts !== undefined) return true
  if (conversationKind(slice.id) === 'direct') return canMark(capabilities.read.direct)
  if (capabilities.readCount === 'perMessageOptIn') return record.content?.wantsReadCount === true
  return capabilities.readCount !== 'none'
}

/** The same for delivery: told by name between two and where a group's counts are derived from names; else by the backend's count alone. */
const countsDelivered = (slice: ConversationState, record: MessageRecord, capabilities: Capabilities): boolean =>
  capabilities.delivered !== 'none' &&
  (conversationKind(slice.id) === 'direct' ||
    capabilities.readCount === 'derived' ||
    slice.tallies.get(record.key)?.counts?.delivered !== undefined)

const canMark = (forms: Capabilities['read']['direct']): boolean => forms.upTo || forms.exactly || forms.whole

/** How many have got or read it: those who passed it, those who named it, or the backend's number. */
const reachedBy = (slice: ConversationState, record: MessageRecord, kind: ReceiptKind): number => {
  const { counts, exact } = slice.tallies.get(record.key) ?? {}
  const counted = Math.max(counts?.read ?? 0, kind === 'delivered' ? (counts?.delivered ?? 0) : 0)
  const { position } = record
  const passed = position === undefined ? 0 : slice.watermarks.count(kind, position)
  const named = exact?.[kind].filter(user => position === undefined || !slice.watermarks.has(user, kind, position)).length ?? 0
  return Math.max(counted, passed + named)
}

function* readersOf(slice: ConversationState, record: MessageRecord): Iterable<UserId> {
  const { position } = record
  if (position !== undefined) yield* slice.watermarks.users('read', position)
  for (const user of slice.tallies.get(record.key)?.exact?.read ?? [])
    if (position === undefined || !slice.watermarks.has(user, 'read', position)) yield user
}

/** How many it went to, if that is known. */
const recipients = (slice: ConversationState, record: MessageRecord): number | undefined => {
  if (conversationKind(slice.id) === 'direct') return slice.id === `direct:${record.from}` ? 0 : 1
  const directed = record.content?.to
  if (directed !== undefined) return directed.filter(user => user !== record.from).length
  const told = slice.tallies.get(record.key)?.counts?.of
  if (told !== undefined) return told
  return slice.memberCount === undefined ? undefined : Math.max(0, slice.memberCount.value - 1)
}
