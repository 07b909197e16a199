import { START } from '../model/position.ts'
import type { ConversationEntry } from '../protocol/fact.ts'
import type { StampedFact } from '../protocol/stampedFact.ts'
import type { ChatState } from '../reduce/chatState.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { messageFacts, silentBody } from './messageFacts.ts'
import { versionOf } from './versionOf.ts'

/** Facts that join to one conversation. `state`: whose it is. */
export function* conversationFacts(slice: ConversationState, { self, gapSeq, names }: ChatState): Iterable<StampedFact> {
  const { id: conversation, clearedThrough: position } = slice
  yield* entryFacts(slice)
  if (slice.gapSeq > gapSeq) yield { type: 'gap', conversations: [conversation], seq: slice.gapSeq }
  yield* reachFacts(slice)
  if (position !== undefined) {
    // Told where everything is cleared: from there on its names bring nothing back.
    for (const ref of names.cleared(conversation)) {
      const message = { from: self, ...ref, conversation, position, body: silentBody }
      yield { type: 'message', origin: 'history', message, seq: 0 }
    }
  }
  for (const record of slice.messages) yield* messageFacts(record, slice.tallies.get(record.key), self)
  yield* markFacts(slice, self)
  for (const { standing } of slice.members) {
    yield { type: 'membership', origin: 'history', membership: standing.value, ...versionOf(standing), seq: standing.seq }
  }
  for (const { id, pin } of slice.pins) {
    yield { type: 'pinned', origin: 'history', conversation, id, ...pin.value, ...versionOf(pin), seq: pin.seq }
  }
}

/** One entry per field, for each has its own age. */
function* entryFacts(slice: ConversationState): Iterable<StampedFact> {
  const { id, listedSeq, mentioned, activity, listed } = slice
  const told = (entry: Partial<ConversationEntry>, seq: number, version?: string): StampedFact => ({
    type: 'conversation',
    origin: 'history',
    entry: { id, ...entry, ...(version !== undefined && { version }) },
    seq,
  })
  // A message that is gone keeps its conversation listed: from then on the list says so.
  if (listedSeq > 0 || mentioned) yield told({ ...(activity !== undefined && { activity }) }, Math.max(listedSeq, 1))
  if (listed !== undefined) yield told({ unread: listed.value }, listed.seq)
  for (const field of ['title', 'avatar', 'pinned', 'silenced', 'archived', 'markedUnread'] as const) {
    const register = slice[field]
    if (register !== undefined) yield told({ [field]: register.value }, register.seq, register.version)
  }
  const { memberCount } = slice
  if (memberCount !== undefined) yield told({ members: memberCount.value }, memberCount.seq, memberCount.version)
}

/** What is known without a hole, and what was cleared or hidden. */
function* reachFacts({
  id: conversation,
  greatest,
  live,
  coverage,
  clearedThrough,
  hiddenThrough,
}: ConversationState): Iterable<StampedFact> {
  if (clearedThrough !== undefined) yield { type: 'deleted', origin: 'history', conversation, target: { through: clearedThrough }, seq: 0 }
  if (hiddenThrough !== undefined) {
    yield { type: 'conversationRemoved', conversation, through: hiddenThrough.position, withHistory: false, seq: hiddenThrough.seq }
  }
  // The list may have told of a message that isn't here.
  const newest = greatest && { from: greatest.position, to: greatest.position }
  for (const covers of newest ? [...coverage, newest] : coverage) yield { type: 'page', conversation, covers, live: false, seq: 0 }
  const end = live && coverage.find(({ from, to }) => from <= live.from && live.from <= to)
  if (live !== undefined && end !== undefined) {
    yield { type: 'page', conversation, covers: { from: live.from, to: end.to }, live: true, seq: live.at }
  }
}

/** How far everybody is. */
function* markFacts(slice: ConversationState, self: string): Iterable<StampedFact> {
  const { id: conversation, ownRead, ownReadSeq, ownDelivered } = slice
  const receipt = { type: 'receipt', origin: 'history', conversation } as const
  if (ownRead !== undefined || ownReadSeq > 0) {
    yield { ...receipt, user: self, kind: 'read', target: { upTo: { position: ownRead ?? START } }, seq: ownReadSeq }
  }
  if (ownDelivered !== undefined) {
    yield { ...receipt, user: self, kind: 'delivered', target: { upTo: { position: ownDelivered } }, seq: 0 }
  }
  for (const { user, readUpTo, deliveredUpTo } of slice.watermarks.all()) {
    if (deliveredUpTo !== undefined) yield { ...receipt, user, kind: 'delivered', target: { upTo: { position: deliveredUpTo } }, seq: 0 }
    if (readUpTo !== undefined) yield { ...receipt, user, kind: 'read', target: { upTo: { position: readUpTo } }, seq: 0 }
  }
}
