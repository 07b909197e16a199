import type {
  BlocklistFact,
  ContactsFact,
  ConversationEntry,
  Fact,
  MembershipFact,
  PresenceFact,
  ReceiptTarget,
  RemoteMessage,
  User,
} from '@parlance/core'
import * as v from 'valibot'
import { bodySchema } from './body.ts'
import { errorSchema } from './errors.ts'
import { conversationIdSchema, countSchema, emojiSchema, idSchema, timeSchema } from './ids.ts'
import { jsonSchema } from './json.ts'
import { ackSchema, extSchema, messageRefSchema, remoteMessageSchema } from './message.ts'
import { contactSchema, membershipSchema, presenceSchema, userSchema } from './people.ts'
import type { Report, Schema } from './schema.ts'
import { read } from './schema.ts'
import { vetEntry, vetFact, vetMessage, vetUser } from './vet.ts'

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
  unread: v.exactOptional(
    v.object({
      count: countSchema,
      asOf: v.exactOptional(idSchema),
      mark: v.exactOptional(idSchema),
      mentions: v.exactOptional(countSchema),
    }),
  ),
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

const membershipFact = v.object({ type: v.literal('membership'), origin, membership: membershipSchema, version })
const blocklistFact = v.object({
  type: v.literal('blocklist'),
  origin,
  blocked: users,
  unblocked: users,
  whole: v.exactOptional(v.boolean()),
  version,
})
const contactsFact = v.object({
  type: v.literal('contacts'),
  origin,
  contacts: v.array(contactSchema),
  whole: v.exactOptional(v.boolean()),
  version,
})
const presenceFact = v.object({ type: v.literal('presence'), origin, user: idSchema, presence: presenceSchema, version })

/** Answers that are facts. */
export const blocklistFactSchema: Schema<BlocklistFact> = blocklistFact
export const contactsFactSchema: Schema<ContactsFact> = contactsFact

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
  membershipFact,
  blocklistFact,
  v.object({
    type: v.literal('reaction'),
    origin,
    target: messageRefSchema,
    user: idSchema,
    emoji: emojiSchema,
    active: v.boolean(),
    version,
  }),
  v.object({
    type: v.literal('pinned'),
    origin,
    conversation: conversationIdSchema,
    id: idSchema,
    pinned: v.boolean(),
    by: idSchema,
    at,
    version,
  }),
  contactsFact,
  presenceFact,
])

/** The facts of a list that can be read, in order; the others are reported and left out. */
export const readFacts = (raw: readonly unknown[], report: Report): readonly Fact[] => readEach(factSchema, raw, report, vetFact)

/** The entries of a list that can be read; the others are reported and left out. */
export const readEntries = (raw: readonly unknown[], report: Report): readonly ConversationEntry[] =>
  readEach(entrySchema, raw, report, vetEntry)

/** The messages of a list that can be read; the others are reported and left out. */
export const readMessages = (raw: readonly unknown[], report: Report): readonly RemoteMessage[] =>
  readEach(remoteMessageSchema, raw, report, vetMessage)

/** The same for users, memberships and presences. */
export const readUsers = (raw: readonly unknown[], report: Report): readonly User[] => readEach(userSchema, raw, report, vetUser)
export const readMemberships = (raw: readonly unknown[], report: Report): readonly MembershipFact[] => readEach(membershipFact, raw, report)
export const readPresences = (raw: readonly unknown[], report: Report): readonly PresenceFact[] => readEach(presenceFact, raw, report)

const same = <T>(value: T): T => value

const readEach = <T>(
  schema: Schema<T>,
  raw: readonly unknown[],
  report: Report,
  vet: (value: T, report: Report) => T = same,
): readonly T[] =>
  raw.flatMap(one => {
    const reading = read(schema, one)
    if (reading.ok) return [vet(reading.value, report)]
    report(reading.error)
    return []
  })
