import type { ConversationEntry, Fact, ReceiptTarget } from '@parlance/core'
import * as v from 'valibot'
import { bodySchema } from './body.ts'
import { errorSchema } from './errors.ts'
import { conversationIdSchema, countSchema, idSchema, timeSchema } from './ids.ts'
import { jsonSchema } from './json.ts'
import { ackSchema, extSchema, messageRefSchema, remoteMessageSchema } from './message.ts'
import type { Report, Schema } from './schema.ts'
import { read } from './schema.ts'
import { vetEntry, vetFact } from './vet.ts'

const exactly = v.array(messageRefSchema)

export const receiptTargetSchema: Schema<ReceiptTarget> = v.union([
  v.object({
    upTo: v.object({
      conversation: v.exactOptional(conversationIdSchema),
      id: v.exactOptional(idSchema),
      from: v.exactOptional(idSchema),
      localId: v.exactOptional(idSchema),
      position: v.exactOptional(idSchema),
    }),
  }),
  v.object({ exactly }),
  v.object({ whole: v.literal(true), through: v.exactOptional(idSchema) }),
])

const entrySchema: Schema<ConversationEntry> = v.object({
  id: conversationIdSchema,
  last: v.exactOptional(remoteMessageSchema),
  unread: v.exactOptional(v.object({ count: countSchema, asOf: v.exactOptional(idSchema), mark: v.exactOptional(idSchema) })),
  title: v.exactOptional(v.string()),
  avatar: v.exactOptional(v.string()),
  members: v.exactOptional(countSchema),
  pinned: v.exactOptional(timeSchema),
  silenced: v.exactOptional(v.boolean()),
  archived: v.exactOptional(v.boolean()),
  markedUnread: v.exactOptional(v.boolean()),
  activity: v.exactOptional(timeSchema),
  version: v.exactOptional(idSchema),
})

const origin = v.picklist(['live', 'catchup', 'history', 'echo'])
const authority = v.picklist(['author', 'moderator', 'server'])
const at = v.exactOptional(timeSchema)
const version = v.exactOptional(idSchema)
const users = v.exactOptional(v.array(idSchema))

const factSchema: Schema<Fact> = v.variant('type', [
  v.object({ type: v.literal('message'), origin, message: remoteMessageSchema }),
  v.object({ type: v.literal('accepted'), origin, localId: idSchema, ack: ackSchema }),
  v.object({ type: v.literal('refused'), origin, localId: idSchema, error: errorSchema }),
  v.object({
    type: v.literal('receipt'),
    origin,
    conversation: v.exactOptional(conversationIdSchema),
    user: idSchema,
    kind: v.picklist(['delivered', 'read']),
    target: receiptTargetSchema,
    at,
    content: v.exactOptional(v.string()),
  }),
  v.object({
    type: v.literal('readCount'),
    origin,
    target: messageRefSchema,
    read: countSchema,
    delivered: v.exactOptional(countSchema),
    of: v.exactOptional(countSchema),
  }),
  v.object({ type: v.literal('recalled'), origin, target: messageRefSchema, by: idSchema, as: authority, at }),
  v.object({
    type: v.literal('edited'),
    origin,
    target: messageRefSchema,
    body: bodySchema,
    ext: v.exactOptional(extSchema),
    by: idSchema,
    as: authority,
    at,
    version,
  }),
  v.object({
    type: v.literal('deleted'),
    origin,
    conversation: v.exactOptional(conversationIdSchema),
    target: v.union([v.object({ exactly }), v.object({ through: idSchema })]),
  }),
  v.object({
    type: v.literal('ephemeral'),
    origin,
    conversation: conversationIdSchema,
    from: idSchema,
    name: idSchema,
    data: jsonSchema,
  }),
  v.object({ type: v.literal('conversation'), origin, entry: entrySchema }),
  v.object({
    type: v.literal('conversationRemoved'),
    origin,
    conversation: conversationIdSchema,
    through: v.exactOptional(idSchema),
    withHistory: v.exactOptional(v.boolean()),
  }),
  v.object({
    type: v.literal('membership'),
    origin,
    membership: v.object({
      conversation: conversationIdSchema,
      user: idSchema,
      state: v.picklist(['member', 'left', 'removed', 'dissolved']),
      role: v.exactOptional(v.picklist(['owner', 'admin', 'member'])),
      muted: v.exactOptional(v.boolean()),
    }),
    version,
  }),
  v.object({ type: v.literal('blocklist'), origin, blocked: users, unblocked: users, whole: v.exactOptional(v.boolean()), version }),
])

/** The facts of a list that can be read, in order; the others are reported and left out. */
export const readFacts = (raw: readonly unknown[], report: Report): readonly Fact[] => readEach(factSchema, raw, report, vetFact)

/** The entries of a list that can be read; the others are reported and left out. */
export const readEntries = (raw: readonly unknown[], report: Report): readonly ConversationEntry[] =>
  readEach(entrySchema, raw, report, vetEntry)

const readEach = <T>(schema: Schema<T>, raw: readonly unknown[], report: Report, vet: (value: T, report: Report) => T): readonly T[] =>
  raw.flatMap(one => {
    const reading = read(schema, one)
    if (reading.ok) return [vet(reading.value, report)]
    report(reading.error)
    return []
  })
