import fc from 'fast-check'
import type { RequestName, Requests } from '../../requests.ts'
import { attachment } from './body.ts'
import { blocklistFact, contactsFact, fact, membershipFact, presenceFact } from './fact.ts'
import { ack, entry, message } from './message.ts'
import { conversation, id, json, optional, time } from './value.ts'

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
