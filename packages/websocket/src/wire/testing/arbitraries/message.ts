import type { Ack, ConversationEntry, OutgoingMessage, ReceiptTarget, RemoteMessage } from '@parlance/core'
import fc from 'fast-check'
import { body, sentBody } from './body.ts'
import { conversation, count, id, object, optional, ref, time } from './value.ts'

const beside = { ext: object, to: fc.array(id, { maxLength: 3 }), replyTo: ref, wantsReadCount: fc.boolean(), forwardedFrom: id }
export const outgoing: fc.Arbitrary<OutgoingMessage> = optional({ conversation, localId: id, body: sentBody, ...beside }, [
  'conversation',
  'localId',
  'body',
])
export const message: fc.Arbitrary<RemoteMessage> = optional(
  { conversation, from: id, id, localId: id, body, ...beside, sentAt: time, position: id },
  ['conversation', 'from', 'id', 'body'],
)
export const ack: fc.Arbitrary<Ack> = optional({ id, position: id, at: time, version: id }, [])

export const receiptTarget: fc.Arbitrary<ReceiptTarget> = fc.oneof(
  fc.record({ upTo: optional({ conversation, id, from: id, localId: id, position: id }, []) }),
  fc.record({ exactly: fc.array(ref, { maxLength: 3 }) }),
  optional({ whole: fc.constant(true as const), through: id }, ['whole']),
)

export const entry: fc.Arbitrary<ConversationEntry> = optional(
  {
    id: conversation,
    last: message,
    unread: optional({ count, asOf: id, mark: id, mentions: count }, ['count']),
    title: fc.string(),
    avatar: fc.constantFrom('https://pictures.example/1'),
    members: count,
    pinned: count,
    silenced: fc.boolean(),
    archived: fc.boolean(),
    markedUnread: fc.boolean(),
    activity: time,
    version: id,
  },
  ['id'],
)
