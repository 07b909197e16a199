import type { Draft } from '../model/conversation.ts'
import type { ConversationId, MessageKey, UserId } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import type { Versioned } from '../model/versioned.ts'
import type { ConversationEntry } from '../protocol/fact.ts'
import type { RemoteMessage } from '../protocol/remoteMessage.ts'
import type { StampedFact } from '../protocol/stampedFact.ts'
import type { ChatState } from '../reduce/chatState.ts'
import { blockedUsers } from '../select/blockedUsers.ts'
import type { ConversationState } from '../state/conversationState.ts'
import type { MessageRecord } from '../state/messageRecord.ts'

/** State as the facts that make it: what joins on a server joins the same in a browser. */
export interface Snapshot {
  readonly parlance: 1
  readonly self: UserId
  /** The counter goes on from here. */
  readonly seq: number
  readonly facts: readonly StampedFact[]
  readonly drafts: readonly { readonly conversation: ConversationId; readonly draft: Draft }[]
}

export const snapshotOf = (state: ChatState, seq: number): Json => {
  const slices = [...state.conversations()]
  const blocked = blockedUsers(state.blocklist)
  const snapshot: Snapshot = {
    parlance: 1,
    self: state.self,
    seq,
    facts: [
      ...slices.flatMap(slice => [...conversationFacts(slice, state.self, key => state.byKey(key)?.record)]),
      ...(blocked.length > 0 ? [{ type: 'blocklist', origin: 'history', blocked, whole: true, seq } as const] : []),
    ],
    drafts: slices.flatMap(({ id, draft }) => (draft === undefined ? [] : [{ conversation: id, draft: withoutFiles(draft) }])),
  }
  return JSON.parse(JSON.stringify(snapshot)) as Json
}

/**
 * The snapshot that facts make: `createChat({ snapshot })` then shows the state right after them. For inspectors that keep what
 * `facts$` told and want to see an earlier moment.
 * @example createChat({ transport, snapshot: snapshotOfFacts(chat.self, log.slice(0, moment)) })
 */
export const snapshotOfFacts = (self: UserId, facts: readonly StampedFact[]): Json => {
  const snapshot: Snapshot = { parlance: 1, self, seq: facts.reduce((most, { seq }) => Math.max(most, seq), 0), facts, drafts: [] }
  return JSON.parse(JSON.stringify(snapshot)) as Json
}

/** What a snapshot holds, or `undefined` if it is none of this account. */
export const readSnapshot = (json: unknown, self: UserId): Snapshot | undefined =>
  isSnapshot(json) && json.self === self ? json : undefined

const isSnapshot = (json: unknown): json is Snapshot =>
  typeof json === 'object' &&
  json !== null &&
  'parlance' in json &&
  json.parlance === 1 &&
  'facts' in json &&
  Array.isArray(json.facts) &&
  'drafts' in json &&
  Array.isArray(json.drafts) &&
  'seq' in json &&
  typeof json.seq === 'number'

const withoutFiles = ({ attachments: _attachments, ...draft }: Draft): Draft => draft

function* conversationFacts(
  slice: ConversationState,
  self: UserId,
  recordOf: (key: MessageKey) => MessageRecord | undefined,
): Iterable<StampedFact> {
  const { id: conversation, live, coverage, gapSeq, hiddenThrough, clearedThrough, ownRead, ownReadSeq } = slice
  yield* entryFacts(slice)
  if (gapSeq > 0) yield { type: 'gap', conversations: [conversation], seq: gapSeq }
  if (clearedThrough !== undefined) yield { type: 'deleted', origin: 'history', conversation, target: { through: clearedThrough }, seq: 0 }
  if (hiddenThrough !== undefined) {
    yield { type: 'conversationRemoved', conversation, through: hiddenThrough.position, withHistory: false, seq: hiddenThrough.seq }
  }
  for (const covers of coverage) yield { type: 'page', conversation, covers, live: false, seq: 0 }
  const liveEnd = live && coverage.find(({ from, to }) => from <= live.from && live.from <= to)
  if (live !== undefined && liveEnd !== undefined) {
    yield { type: 'page', conversation, covers: { from: live.from, to: liveEnd.to }, live: true, seq: live.at }
  }
  for (const record of slice.messages) yield* messageFacts(record)
  const receipt = { type: 'receipt', origin: 'history', conversation, seq: ownReadSeq } as const
  if (ownRead !== undefined) yield { ...receipt, user: self, kind: 'read', target: { upTo: { position: ownRead } } }
  for (const { user, readUpTo, deliveredUpTo } of slice.watermarks.all()) {
    if (deliveredUpTo !== undefined) yield { ...receipt, seq: 0, user, kind: 'delivered', target: { upTo: { position: deliveredUpTo } } }
    if (readUpTo !== undefined) yield { ...receipt, seq: 0, user, kind: 'read', target: { upTo: { position: readUpTo } } }
  }
  for (const { key, counts, exact } of slice.tallies) {
    const id = recordOf(key)?.ids[0]
    if (id === undefined) continue
    const target = { conversation, id }
    if (counts !== undefined) yield { type: 'readCount', origin: 'history', target, ...counts, seq: 0 }
    for (const kind of ['delivered', 'read'] as const) {
      for (const user of exact?.[kind] ?? []) yield { ...receipt, seq: 0, user, kind, target: { exactly: [target] } }
    }
  }
  for (const { standing } of slice.members) {
    yield { type: 'membership', origin: 'history', membership: standing.value, ...versionOf(standing), seq: standing.seq }
  }
}

/** One entry per field, for each has its own age. */
function* entryFacts(slice: ConversationState): Iterable<StampedFact> {
  const { id, listedSeq, activity, listed } = slice
  const told = (entry: Partial<ConversationEntry>, seq: number, version?: string): StampedFact => ({
    type: 'conversation',
    origin: 'history',
    entry: { id, ...entry, ...(version !== undefined && { version }) },
    seq,
  })
  if (listedSeq > 0) yield told({ ...(activity !== undefined && { activity }) }, listedSeq)
  if (listed !== undefined) yield told({ unread: listed.value }, listed.seq)
  for (const field of ['title', 'avatar', 'pinned', 'silenced', 'archived', 'markedUnread'] as const) {
    const register = slice[field]
    if (register !== undefined) yield told({ [field]: register.value }, register.seq, register.version)
  }
  const { memberCount } = slice
  if (memberCount !== undefined) yield told({ members: memberCount.value }, memberCount.seq, memberCount.version)
}

function* messageFacts(record: MessageRecord): Iterable<StampedFact> {
  const { conversation, from, ids, localId, position, sentAt, order, content, edit, recall, deleted } = record
  const [id] = ids
  if (!record.confirmed || id === undefined) return
  const target = { conversation, id }
  const {
    source: _source,
    seq: _seq,
    ...said
  } = content ?? { body: record.silent ? ({ type: 'command', action: '' } as const) : ({ type: 'unknown' } as const) }
  const message: RemoteMessage = {
    conversation,
    from,
    id,
    ...said,
    ...(localId !== undefined && { localId }),
    ...(position !== undefined && { position }),
    ...(sentAt !== undefined && { sentAt }),
  }
  yield {
    type: 'message',
    origin: 'history',
    message,
    seq: content?.seq ?? order,
    ...(record.seenAt !== undefined && { seenAt: record.seenAt }),
  }
  if (edit !== undefined) yield { type: 'edited', origin: 'history', target, ...edit.value, ...versionOf(edit), seq: edit.seq }
  if (recall !== undefined) yield { type: 'recalled', origin: 'history', target, ...recall, seq: record.withdrawnSeq ?? order }
  if (deleted) yield { type: 'deleted', origin: 'history', conversation, target: { exactly: [target] }, seq: record.withdrawnSeq ?? order }
}

const versionOf = ({ version }: Versioned<unknown>): { readonly version?: string } => (version === undefined ? {} : { version })
