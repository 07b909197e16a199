import { canonicalJson } from '../model/json.ts'
import { earlier } from '../model/position.ts'
import { newest } from '../model/versioned.ts'
import type { Batch } from './batch.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { least } from './marks.ts'
import { addToTally, settleWaiting } from './receipts.ts'
import type { Content, MessageRecord } from '../state/messageRecord.ts'
import { joinReactions } from './reactionMarks.ts'
import { leastRecall } from './recallClaim.ts'
import { remove, upsert } from './upsert.ts'

/**
 * The record that a message's names lead to. Two that turn out to be one are merged here: the key of the one with a localId
 * stays, the other becomes an alias [ID1].
 */
export const findRecord = (slice: ConversationState, batch: Batch, names: readonly string[]): MessageRecord | undefined => {
  let found: MessageRecord | undefined
  for (const name of names) {
    const other = batch.byName(name)
    if (other === undefined || other.slice.id !== slice.id || other.record.key === found?.key) continue
    found = found === undefined ? other.record : mergeRecords(slice, batch, found, other.record)
  }
  return found
}

const mergeRecords = (slice: ConversationState, batch: Batch, a: MessageRecord, b: MessageRecord): MessageRecord => {
  const [kept, gone] = keptFirst(a, b)
  remove(slice, batch, gone)
  batch.names.drop(gone.key)
  batch.names.alias(gone.key, kept.key)
  nameRecord(batch, gone, kept.key)
  const tally = slice.tallies.get(gone.key)
  if (tally !== undefined) addToTally(slice, batch, kept.key, tally)
  const merged = upsert(slice, batch, kept, joinRecords(kept, gone))
  settleWaiting(slice, batch, merged)
  return merged
}

/** Makes every name of a record lead to a key. */
export const nameRecord = (batch: Batch, record: MessageRecord, key: string = record.key): void => {
  for (const name of batch.names.namesIn(record, record.conversation)) batch.names.alias(name, key)
  for (const id of record.ids) {
    const name = batch.names.idName(record.conversation, id)
    if (name !== undefined) batch.names.alias(name, key)
  }
}

const keptFirst = (a: MessageRecord, b: MessageRecord): readonly [MessageRecord, MessageRecord] => {
  const rank = (record: MessageRecord): number => (record.intent !== undefined ? 2 : record.localId !== undefined ? 1 : 0)
  if (rank(a) !== rank(b)) return rank(a) > rank(b) ? [a, b] : [b, a]
  return a.order <= b.order ? [a, b] : [b, a]
}

const joinRecords = (a: MessageRecord, b: MessageRecord): MessageRecord => {
  const position = earlier(a.position, b.position)
  const sentAt = least(a.sentAt, b.sentAt)
  const seenAt = least(a.seenAt, b.seenAt)
  const recall = a.recall && b.recall ? leastRecall(a.recall, b.recall) : (a.recall ?? b.recall)
  const readByMe = least(a.readByMe, b.readByMe)
  const withdrawnSeq = least(a.withdrawnSeq, b.withdrawnSeq)
  const deleted = a.deleted || b.deleted
  const said = deleted ? undefined : standing(a.content, b.content)
  const content = said !== undefined && recall !== undefined ? erased(said) : said
  const edit = deleted || recall !== undefined ? undefined : b.edit === undefined ? a.edit : newest(a.edit, b.edit)
  const reactions = deleted || recall !== undefined ? undefined : joinReactions(a.reactions, b.reactions)
  const myReactions = deleted || recall !== undefined ? undefined : (a.myReactions ?? b.myReactions)
  const localId = a.localId ?? b.localId
  const intent = a.intent ?? b.intent
  const pending = a.pending ?? b.pending
  const refused = a.refused ?? b.refused
  return {
    key: a.key,
    conversation: a.conversation,
    from: a.from,
    mine: a.mine,
    ids: b.ids.reduce(withId, a.ids),
    order: Math.min(a.order, b.order),
    silent: a.silent || b.silent,
    deleted,
    confirmed: a.confirmed || b.confirmed,
    mentionsMe: a.mentionsMe,
    gapBefore: a.gapBefore,
    day: a.day,
    tie: a.tie,
    face: a.face,
    ...(localId !== undefined && { localId }),
    ...(position !== undefined && { position }),
    ...(sentAt !== undefined && { sentAt }),
    ...(seenAt !== undefined && { seenAt }),
    ...(content && { content }),
    ...(edit && { edit }),
    ...(reactions && { reactions }),
    ...(myReactions && { myReactions }),
    ...(recall && { recall }),
    ...(readByMe !== undefined && { readByMe }),
    ...(withdrawnSeq !== undefined && { withdrawnSeq }),
    ...(intent && { intent }),
    ...(pending && { pending }),
    ...(refused && { refused }),
  }
}

/** Of a recalled message only whom it was for stays: not what it said [RCL1]. */
export const erased = (content: Content): Content => {
  if (content.body === gone) return content
  const { ext: _ext, ...kept } = content
  return { ...kept, body: gone }
}

const gone: Content['body'] = /* @__PURE__ */ Object.freeze({ type: 'unknown' })

/** Of two copies the one that stands: what a backend told before what I sent, then the first one told [EDT1]. */
export const standing = (a: Content | undefined, b: Content | undefined): Content | undefined => {
  if (a === undefined || b === undefined) return a ?? b
  if (a.source !== b.source) return a.source === 'copy' ? a : b
  if (a.seq !== b.seq) return a.seq < b.seq ? a : b
  return canonicalJson(a) <= canonicalJson(b) ? a : b
}

/** Ascending, without doubles. */
export const withId = (ids: readonly string[], id: string): readonly string[] => (ids.includes(id) ? ids : [...ids, id].sort())
