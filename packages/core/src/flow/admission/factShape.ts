import type { Contact } from '../../model/contact.ts'
import { isConversationId } from '../../model/ids.ts'
import type { Membership } from '../../model/membership.ts'
import type { MessageRef } from '../../model/messageRef.ts'
import type { Presence } from '../../model/presence.ts'
import type {
  AcceptedFact,
  BlocklistFact,
  ContactsFact,
  ConversationEntry,
  ConversationFact,
  ConversationRemovedFact,
  DeletedFact,
  EditedFact,
  EphemeralFact,
  Fact,
  MembershipFact,
  MessageFact,
  PinnedFact,
  PresenceFact,
  ReactionFact,
  ReadCountFact,
  RecalledFact,
  ReceiptFact,
  RefusedFact,
  UpTo,
} from '../../protocol/fact.ts'
import type { RemoteMessage } from '../../protocol/remoteMessage.ts'
import {
  anything,
  byField,
  byPresence,
  count,
  every,
  fields,
  flag,
  isObject,
  listOf,
  maybe,
  name,
  number,
  object,
  oneOf,
  shape,
  text,
  type Shape,
} from './shape.ts'

const conversation: Shape = shape(isConversationId)
const isNamed = (value: unknown): boolean =>
  isObject(value) && (value['id'] !== undefined || (value['from'] !== undefined && value['localId'] !== undefined))

const ref = every(
  fields<MessageRef>({ conversation: maybe(conversation), id: maybe(name), from: maybe(name), localId: maybe(name) }),
  shape(isNamed),
)
const exactly = fields<{ exactly: unknown }>({ exactly: listOf(ref) })

const message = every(
  fields<RemoteMessage>({
    conversation,
    from: name,
    id: maybe(name),
    localId: maybe(name),
    position: maybe(name),
    sentAt: maybe(count),
    // What can't be read of it becomes a body that says so.
    body: anything,
    ext: maybe(object),
    to: maybe(listOf(name)),
    replyTo: maybe(ref),
    wantsReadCount: maybe(flag),
    forwardedFrom: maybe(name),
  }),
  shape(isNamed),
)

/** A line of the conversation list. */
export const entryShape: Shape = fields<ConversationEntry>({
  id: conversation,
  last: maybe(message),
  unread: maybe(fields<NonNullable<ConversationEntry['unread']>>({ count, asOf: maybe(name), mark: maybe(name), mentions: maybe(count) })),
  title: maybe(text),
  avatar: maybe(text),
  members: maybe(count),
  pinned: maybe(number),
  silenced: maybe(flag),
  archived: maybe(flag),
  markedUnread: maybe(flag),
  activity: maybe(count),
  version: maybe(text),
})

const upTo = every(
  fields<UpTo>({
    conversation: maybe(conversation),
    id: maybe(name),
    from: maybe(name),
    localId: maybe(name),
    position: maybe(name),
  }),
  shape(value => isNamed(value) || (isObject(value) && value['position'] !== undefined)),
)
const receiptTarget = byPresence({
  upTo: fields<{ upTo: unknown }>({ upTo }),
  exactly,
  whole: fields<{ whole: unknown; through: unknown }>({ whole: oneOf(true), through: maybe(name) }),
})
const deletedTarget = byPresence({ through: fields<{ through: unknown }>({ through: name }), exactly })

const type = anything
const origin = oneOf('live', 'catchup', 'history', 'echo')
const told = { type, origin }
const as = oneOf('author', 'moderator', 'server')
const at = maybe(count)
const version = maybe(text)

const shapes: { readonly [Type in Fact['type']]: Shape } = {
  message: fields<MessageFact>({ ...told, message }),
  // What of an ack makes sense is taken, and any error is one.
  accepted: fields<AcceptedFact>({ ...told, localId: name, ack: anything }),
  refused: fields<RefusedFact>({ ...told, localId: name, error: anything }),
  receipt: fields<ReceiptFact>({
    ...told,
    conversation: maybe(conversation),
    user: name,
    kind: oneOf('delivered', 'read'),
    target: receiptTarget,
    at,
    content: maybe(text),
  }),
  readCount: fields<ReadCountFact>({ ...told, target: ref, read: count, delivered: maybe(count), of: maybe(count) }),
  recalled: fields<RecalledFact>({ ...told, target: ref, by: name, as, at }),
  edited: fields<EditedFact>({
    ...told,
    target: ref,
    body: shape(body => body !== undefined),
    ext: maybe(object),
    by: name,
    as,
    at,
    version,
  }),
  deleted: fields<DeletedFact>({ ...told, conversation: maybe(conversation), target: deletedTarget }),
  ephemeral: fields<EphemeralFact>({ ...told, conversation, from: name, name, data: anything }),
  conversation: fields<ConversationFact>({ ...told, entry: entryShape }),
  conversationRemoved: fields<ConversationRemovedFact>({ ...told, conversation, through: maybe(name), withHistory: maybe(flag) }),
  membership: fields<MembershipFact>({
    ...told,
    membership: fields<Membership>({
      conversation,
      user: name,
      state: oneOf('member', 'invited', 'requested', 'left', 'removed', 'dissolved'),
      role: maybe(oneOf('owner', 'admin', 'member')),
      muted: maybe(flag),
      by: maybe(name),
    }),
    version,
  }),
  blocklist: fields<BlocklistFact>({
    ...told,
    blocked: maybe(listOf(name)),
    unblocked: maybe(listOf(name)),
    whole: maybe(flag),
    version,
  }),
  reaction: fields<ReactionFact>({ ...told, target: ref, user: name, emoji: name, active: flag, version }),
  pinned: fields<PinnedFact>({ ...told, conversation, id: name, pinned: flag, by: name, at, version }),
  contacts: fields<ContactsFact>({
    ...told,
    contacts: listOf(
      fields<Contact>({
        user: name,
        state: oneOf('contact', 'incoming', 'outgoing', 'declined', 'none'),
        message: maybe(text),
        at,
      }),
    ),
    whole: maybe(flag),
    version,
  }),
  presence: fields<PresenceFact>({
    ...told,
    user: name,
    presence: fields<Presence>({ state: oneOf('online', 'away', 'busy', 'offline'), status: maybe(text), lastSeenAt: at }),
    version,
  }),
}

/** A fact of a type that there is, whole. */
export const factShape: Shape = byField('type', new Map(Object.entries(shapes)))
