import type {
  Ack,
  Attachment,
  Body,
  Contact,
  ConversationEntry,
  ConversationId,
  Ext,
  Fact,
  Json,
  MessageRef,
  OutgoingMessage,
  ReceiptTarget,
  RemoteMessage,
} from '@parlance/core'
import { chatError, errorCodes } from '@parlance/core'
import fc from 'fast-check'
import * as v from 'valibot'
import { jsonSchema } from '../json.ts'
import type { RequestName, Requests } from '../requests.ts'

const parsed = (text: string): Json => v.parse(jsonSchema, JSON.parse(text))

/** Any JSON that JSON can carry there and back. */
const json: fc.Arbitrary<Json> = fc
  .oneof(
    fc.jsonValue({ maxDepth: 4 }).map(value => JSON.stringify(value)),
    fc.constant('{"__proto__":{"polluted":true},"constructor":1}'),
  )
  .map(parsed)

const object: fc.Arbitrary<Ext> = fc
  .dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor')), json)
  .map(value => ({ ...value }))

const id: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'alice', '😀'),
  fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }),
)
const conversation: fc.Arbitrary<ConversationId> = fc
  .tuple(fc.constantFrom('direct' as const, 'group' as const, 'room' as const), id)
  .map(([kind, name]): ConversationId => `${kind}:${name}`)

const count = fc.nat()
const time = fc.nat()
const optional = <T, Required extends keyof T = never>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }, requiredKeys: Required[]) =>
  fc.record<T, Required>(fields, { requiredKeys })

const ref: fc.Arbitrary<MessageRef> = optional({ conversation, id, from: id, localId: id }, [])
const url = fc.constantFrom('https://files.example/1', 'http://localhost/1', 'blob:1', 'data:image/png;base64,AA==')
const thumbnail = fc.constant('data:image/png;base64,AA==')
const attachment: fc.Arbitrary<Attachment> = optional(
  {
    name: fc.string(),
    mime: fc.constantFrom('image/png', 'text/plain'),
    size: count,
    url,
    digest: fc.constant('0123456789abcdef'.repeat(4)),
  },
  ['name', 'mime', 'size'],
)

/** Any body that a client sends. */
const sentBody: fc.Arbitrary<Body> = fc.oneof(
  optional(
    {
      type: fc.constant('text' as const),
      text: fc.string({ unit: 'binary' }),
      mentions: fc.oneof(fc.array(id, { maxLength: 3 }), fc.constant('everyone' as const)),
    },
    ['type', 'text'],
  ),
  optional({ type: fc.constant('image' as const), attachment, width: count, height: count, thumbnail }, ['type', 'attachment']),
  optional({ type: fc.constant('urlImage' as const), url, name: fc.string(), width: count, height: count }, ['type', 'url']),
  fc.record({ type: fc.constant('file' as const), attachment }),
  optional({ type: fc.constant('audio' as const), attachment, durationMs: count }, ['type', 'attachment']),
  optional({ type: fc.constant('video' as const), attachment, durationMs: count, width: count, height: count, thumbnail }, [
    'type',
    'attachment',
  ]),
  optional(
    {
      type: fc.constant('location' as const),
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lng: fc.double({ min: -180, max: 180, noNaN: true }),
      address: fc.string(),
      name: fc.string(),
    },
    ['type', 'lat', 'lng'],
  ),
  optional({ type: fc.constant('command' as const), action: fc.string(), params: object }, ['type', 'action']),
  fc.record({ type: fc.constant('custom' as const), event: fc.string(), data: object }),
  optional({ type: fc.constant('unknown' as const), original: json }, ['type']),
)

/** Any body that there is. */
export const body: fc.Arbitrary<Body> = fc.oneof(
  { weight: 10, arbitrary: sentBody },
  {
    weight: 1,
    arbitrary: optional(
      {
        type: fc.constant('notice' as const),
        event: fc.constantFrom(
          'joined' as const,
          'left' as const,
          'removed' as const,
          'dissolved' as const,
          'created' as const,
          'muted' as const,
          'unmuted' as const,
          'roleChanged' as const,
          'changed' as const,
        ),
        users: fc.array(id, { maxLength: 3 }),
        title: fc.string(),
      },
      ['type', 'event'],
    ),
  },
)

const beside = { ext: object, to: fc.array(id, { maxLength: 3 }), replyTo: ref, wantsReadCount: fc.boolean(), forwardedFrom: id }
const outgoing: fc.Arbitrary<OutgoingMessage> = optional({ conversation, localId: id, body: sentBody, ...beside }, [
  'conversation',
  'localId',
  'body',
])
const message: fc.Arbitrary<RemoteMessage> = optional(
  { conversation, from: id, id, localId: id, body, ...beside, sentAt: time, position: id },
  ['conversation', 'from', 'id', 'body'],
)
const ack: fc.Arbitrary<Ack> = optional({ id, position: id, at: time, version: id }, [])

const target: fc.Arbitrary<ReceiptTarget> = fc.oneof(
  fc.record({ upTo: optional({ conversation, id, from: id, localId: id, position: id }, []) }),
  fc.record({ exactly: fc.array(ref, { maxLength: 3 }) }),
  optional({ whole: fc.constant(true as const), through: id }, ['whole']),
)

const entry: fc.Arbitrary<ConversationEntry> = optional(
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

const error = fc
  .tuple(fc.constantFrom(...errorCodes), optional({ message: fc.string(), retryAfterMs: count, path: fc.string(), limit: count }, []))
  .map(([code, details]) => chatError(code, details))
const origin = fc.constantFrom('live' as const, 'catchup' as const, 'history' as const, 'echo' as const)
const as = fc.constantFrom('author' as const, 'moderator' as const, 'server' as const)
const of = <T extends string>(type: T): { type: fc.Arbitrary<T>; origin: typeof origin } => ({ type: fc.constant(type), origin })
const users = fc.array(id, { maxLength: 3 })

const role = fc.constantFrom('owner' as const, 'admin' as const, 'member' as const)
const emoji = fc.constantFrom('👍', '👨‍👩‍👧‍👦', ':shipit:', '__proto__')

const membershipFact = optional(
  {
    ...of('membership'),
    membership: optional(
      {
        conversation,
        user: id,
        state: fc.constantFrom(
          'member' as const,
          'invited' as const,
          'requested' as const,
          'left' as const,
          'removed' as const,
          'dissolved' as const,
        ),
        role,
        muted: fc.boolean(),
        by: id,
      },
      ['conversation', 'user', 'state'],
    ),
    version: id,
  },
  ['type', 'origin', 'membership'],
)
const blocklistFact = optional({ ...of('blocklist'), blocked: users, unblocked: users, whole: fc.boolean(), version: id }, [
  'type',
  'origin',
])
const contact: fc.Arbitrary<Contact> = optional(
  {
    user: id,
    state: fc.constantFrom('contact' as const, 'incoming' as const, 'outgoing' as const, 'declined' as const, 'none' as const),
    message: fc.string(),
    at: time,
  },
  ['user', 'state'],
)
const contactsFact = optional({ ...of('contacts'), contacts: fc.array(contact, { maxLength: 3 }), whole: fc.boolean(), version: id }, [
  'type',
  'origin',
  'contacts',
])
const presenceState = fc.constantFrom('online' as const, 'away' as const, 'busy' as const, 'offline' as const)
const presenceFact = optional(
  {
    ...of('presence'),
    user: id,
    presence: optional({ state: presenceState, status: fc.string(), lastSeenAt: time }, ['state']),
    version: id,
  },
  ['type', 'origin', 'user', 'presence'],
)

/** Any fact that there is, of every type. */
export const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ ...of('message'), message }),
  fc.record({ ...of('accepted'), localId: id, ack }),
  fc.record({ ...of('refused'), localId: id, error }),
  optional(
    {
      ...of('receipt'),
      conversation,
      user: id,
      kind: fc.constantFrom('delivered' as const, 'read' as const),
      target,
      at: time,
      content: fc.string(),
    },
    ['type', 'origin', 'user', 'kind', 'target'],
  ),
  optional({ ...of('readCount'), target: ref, read: count, delivered: count, of: count }, ['type', 'origin', 'target', 'read']),
  optional({ ...of('recalled'), target: ref, by: id, as, at: time }, ['type', 'origin', 'target', 'by', 'as']),
  optional({ ...of('edited'), target: ref, body, ext: object, by: id, as, at: time, version: id }, [
    'type',
    'origin',
    'target',
    'body',
    'by',
    'as',
  ]),
  optional(
    {
      ...of('deleted'),
      conversation,
      target: fc.oneof(fc.record({ exactly: fc.array(ref, { maxLength: 3 }) }), fc.record({ through: id })),
    },
    ['type', 'origin', 'target'],
  ),
  fc.record({ ...of('ephemeral'), conversation, from: id, name: id, data: json }),
  fc.record({ ...of('conversation'), entry }),
  optional({ ...of('conversationRemoved'), conversation, through: id, withHistory: fc.boolean() }, ['type', 'origin', 'conversation']),
  membershipFact,
  blocklistFact,
  optional({ ...of('reaction'), target: ref, user: id, emoji, active: fc.boolean(), version: id }, [
    'type',
    'origin',
    'target',
    'user',
    'emoji',
    'active',
  ]),
  optional({ ...of('pinned'), conversation, id, pinned: fc.boolean(), by: id, at: time, version: id }, [
    'type',
    'origin',
    'conversation',
    'id',
    'pinned',
    'by',
  ]),
  contactsFact,
  presenceFact,
)

/** The arguments of each request. */
export const requestArgs: { readonly [Name in RequestName]: fc.Arbitrary<Requests[Name]['args']> } = {
  send: fc.record({ message: outgoing }),
  recall: fc.record({ target: ref }),
  edit: optional({ target: ref, body: sentBody, ext: object }, ['target', 'body']),
  delete: fc.record({ target: ref }),
  react: fc.record({ target: ref, emoji, active: fc.boolean() }),
  pin: fc.record({ target: ref, pinned: fc.boolean() }),
  markRead: optional({ conversation, target, content: fc.string() }, ['conversation', 'target']),
  markDelivered: fc.record({ conversation, target }),
  history: fc.record({
    query: fc.record({
      conversation,
      count,
      at: fc.oneof(
        fc.record({ newest: fc.constant(true as const) }),
        fc.record({ before: id }),
        fc.record({ after: id }),
        fc.record({ around: id }),
        fc.record({ cursor: json }),
      ),
    }),
  }),
  conversations: optional({ count, cursor: json, only: fc.array(conversation, { maxLength: 3 }) }, ['count']),
  setConversation: fc.record({
    conversation,
    settings: optional({ pinned: count, silenced: fc.boolean(), archived: fc.boolean(), markedUnread: fc.boolean() }, []),
  }),
  removeConversation: fc.record({ conversation, withHistory: fc.boolean() }),
  search: fc.record({
    query: optional(
      {
        conversation,
        text: fc.string(),
        types: fc.array(fc.constantFrom('text' as const, 'image' as const, 'notice' as const), { maxLength: 2 }),
        senders: users,
        since: time,
        until: time,
        count,
        cursor: json,
      },
      ['conversation', 'count'],
    ),
  }),
  readers: optional({ target: ref, after: fc.string(), count }, ['target', 'count']),
  ephemeral: fc.record({ conversation, name: id, data: json }),
  join: fc.record({ conversation }),
  leave: fc.record({ conversation }),
  uploadPart: fc.record({
    conversation,
    upload: id,
    offset: count,
    bytes: fc.base64String(),
    last: fc.boolean(),
    name: fc.string(),
    mime: fc.string(),
  }),
  users: fc.record({ ids: users }),
  createGroup: fc.record({
    spec: optional({ kind: fc.constantFrom('group' as const, 'room' as const), title: fc.string(), avatar: fc.string(), members: users }, [
      'kind',
    ]),
  }),
  invite: fc.record({ conversation, users }),
  removeMembers: fc.record({ conversation, users }),
  mute: fc.record({ conversation, user: id, muted: fc.boolean() }),
  setRole: fc.record({ conversation, user: id, role }),
  updateGroup: fc.record({ conversation, change: optional({ title: fc.string(), avatar: fc.string() }, []) }),
  dissolve: fc.record({ conversation }),
  members: optional({ conversation, count, cursor: json }, ['conversation', 'count']),
  contacts: fc.constant({}),
  addContact: optional({ user: id, message: fc.string() }, ['user']),
  acceptContact: fc.record({ user: id }),
  declineContact: fc.record({ user: id }),
  removeContact: fc.record({ user: id }),
  blocklist: fc.constant({}),
  block: fc.record({ user: id }),
  unblock: fc.record({ user: id }),
  watchPresence: fc.record({ users }),
  setPresence: fc.record({ presence: optional({ state: presenceState, status: fc.string() }, ['state']) }),
}

/** The answers to each request. */
export const answers: { readonly [Name in RequestName]: fc.Arbitrary<Requests[Name]['answer']> } = {
  send: ack,
  recall: ack,
  edit: ack,
  delete: ack,
  react: ack,
  pin: ack,
  markRead: fc.constant(null),
  markDelivered: fc.constant(null),
  history: optional(
    {
      facts: fc.array(fact, { maxLength: 4 }),
      covers: fc.record({ from: fc.oneof(id, fc.constant('start' as const)), to: fc.oneof(id, fc.constant('live' as const)) }),
      older: json,
      newer: json,
    },
    ['facts'],
  ),
  conversations: optional({ entries: fc.array(entry, { maxLength: 3 }), next: json }, ['entries']),
  search: optional({ messages: fc.array(message, { maxLength: 3 }), next: json }, ['messages']),
  setConversation: fc.constant(null),
  removeConversation: optional({ through: id }, []),
  readers: optional({ items: fc.array(optional({ user: id, at: time, content: fc.string() }, ['user'])), next: fc.string() }, ['items']),
  ephemeral: fc.constant(null),
  join: fc.constant(null),
  leave: fc.constant(null),
  uploadPart: fc.option(attachment),
  users: fc.array(optional({ id, name: fc.string(), avatar: fc.constant('https://pictures.example/1') }, ['id', 'name']), { maxLength: 3 }),
  createGroup: fc.record({ conversation }),
  invite: fc.constant(null),
  removeMembers: fc.constant(null),
  mute: fc.constant(null),
  setRole: fc.constant(null),
  updateGroup: fc.constant(null),
  dissolve: fc.constant(null),
  members: optional({ members: fc.array(membershipFact, { maxLength: 3 }), next: json }, ['members']),
  contacts: contactsFact,
  addContact: fc.constant(null),
  acceptContact: fc.constant(null),
  declineContact: fc.constant(null),
  removeContact: fc.constant(null),
  blocklist: blocklistFact,
  block: fc.constant(null),
  unblock: fc.constant(null),
  watchPresence: fc.array(presenceFact, { maxLength: 3 }),
  setPresence: fc.constant(null),
}

/** A valid value with one part of it, at any depth, replaced by anything or taken away. */
export const damaged = (value: unknown): fc.Arbitrary<unknown> =>
  fc.tuple(fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), fc.option(fc.jsonValue(), { nil: undefined })).map(([choices, garbage]) => {
    const damage = (part: unknown, depth: number): unknown => {
      const at = choices[depth] ?? 0
      if (typeof part !== 'object' || part === null || at % 4 === 0) return garbage
      if (Array.isArray(part)) return part.map((inner: unknown, index) => (index === at % part.length ? damage(inner, depth + 1) : inner))
      const entries = Object.entries(part)
      return Object.fromEntries(
        entries.map(([key, inner], index) => [key, index === at % entries.length ? damage(inner, depth + 1) : inner]),
      )
    }
    return damage(parsed(JSON.stringify(value)), 0)
  })
