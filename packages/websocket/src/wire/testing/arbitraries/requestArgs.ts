import fc from 'fast-check'
import type { RequestName, Requests } from '../../requests.ts'
import { sentBody } from './body.ts'
import { emoji, presenceState, role } from './fact.ts'
import { outgoing, receiptTarget } from './message.ts'
import { conversation, count, id, json, object, optional, ref, time, users } from './value.ts'

/** The arguments of each request. */
export const requestArgs: { readonly [Name in RequestName]: fc.Arbitrary<Requests[Name]['args']> } = {
  send: fc.record({ message: outgoing }),
  recall: fc.record({ target: ref }),
  edit: optional({ target: ref, body: sentBody, ext: object }, ['target', 'body']),
  delete: fc.record({ target: ref }),
  react: fc.record({ target: ref, emoji, active: fc.boolean() }),
  pin: fc.record({ target: ref, pinned: fc.boolean() }),
  markRead: optional({ conversation, target: receiptTarget, content: fc.string() }, ['conversation', 'target']),
  markDelivered: fc.record({ conversation, target: receiptTarget }),
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
