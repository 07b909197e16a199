import type { Body } from '../model/body.ts'
import { besideOf } from '../model/beside.ts'
import type { UserId } from '../model/ids.ts'
import type { MessageRef } from '../model/messageRef.ts'
import type { RemoteMessage } from '../protocol/remoteMessage.ts'
import type { StampedFact } from '../protocol/stampedFact.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import type { Tally } from '../state/tally.ts'
import { waitingFacts } from './waitingFacts.ts'

/** Facts that join to one message; none for one that only this device knows. */
export function* messageFacts(record: MessageRecord, tally: Tally | undefined, self: UserId): Iterable<StampedFact> {
  const { conversation, from, ids, localId, recall, edit, reactions, refused, readByMe, withdrawnSeq = record.order } = record
  if (!record.confirmed) return
  const [id] = ids
  const target: MessageRef = {
    conversation,
    ...(id !== undefined ? { id } : { from, ...(localId !== undefined && { localId }) }),
  }
  yield* copyFacts(record)
  yield* waitingFacts(
    target,
    {
      ...tally,
      ...(edit && { edits: [edit] }),
      ...(reactions && { reactions: [...reactions] }),
      ...(recall && { claims: [{ recalled: recall, seq: withdrawnSeq }] }),
      ...(record.deleted && { deletedSeq: withdrawnSeq }),
      ...(readByMe !== undefined && { readByMe: { least: readByMe, latest: readByMe } }),
      ...(refused !== undefined && refused.localId === localId && { refused }),
    },
    self,
  )
}

/** A copy under each of its names; as my ack where no other copy has come since [EDT1]. */
function* copyFacts(record: MessageRecord): Iterable<StampedFact> {
  const { conversation, from, ids, localId, position, sentAt, seenAt, order, key, content } = record
  for (const id of ids.length === 0 ? [undefined] : ids) {
    const message: RemoteMessage = {
      conversation,
      from,
      body: content?.body ?? (record.silent ? silentBody : gone),
      ...(content && besideOf(content)),
      ...(id !== undefined && { id }),
      ...(localId !== undefined && { localId }),
      ...(position !== undefined && { position }),
      ...(sentAt !== undefined && { sentAt }),
    }
    const seen = seenAt !== undefined && { seenAt }
    if (content?.source === 'acceptance' && localId !== undefined) {
      yield { type: 'accepted', message: { ...message, localId }, order, key, seq: content.seq, ...seen }
    } else yield { type: 'message', origin: 'history', message, seq: order, ...seen }
  }
}

/** Of something that makes no row. */
export const silentBody: Body = /* @__PURE__ */ Object.freeze({ type: 'command', action: '' })
const gone: Body = /* @__PURE__ */ Object.freeze({ type: 'unknown' })
