import type { BlocklistFact, Contact, ContactsFact, Fact, MembershipFact, Presence, PresenceFact, Role } from '@parlance/core'
import { chatError, errorCodes } from '@parlance/core'
import fc from 'fast-check'
import { body } from './body.ts'
import { ack, entry, message, receiptTarget } from './message.ts'
import { conversation, count, id, json, object, optional, ref, time, users } from './value.ts'

const error = fc
  .tuple(fc.constantFrom(...errorCodes), optional({ message: fc.string(), retryAfterMs: count, path: fc.string(), limit: count }, []))
  .map(([code, details]) => chatError(code, details))
const origin = fc.constantFrom('live' as const, 'catchup' as const, 'history' as const, 'echo' as const)
const as = fc.constantFrom('author' as const, 'moderator' as const, 'server' as const)
const of = <T extends string>(type: T): { type: fc.Arbitrary<T>; origin: typeof origin } => ({ type: fc.constant(type), origin })

export const role: fc.Arbitrary<Role> = fc.constantFrom('owner' as const, 'admin' as const, 'member' as const)
export const emoji: fc.Arbitrary<string> = fc.constantFrom('👍', '👨‍👩‍👧‍👦', ':shipit:', '__proto__')

export const membershipFact: fc.Arbitrary<MembershipFact> = optional(
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
export const blocklistFact: fc.Arbitrary<BlocklistFact> = optional(
  { ...of('blocklist'), blocked: users, unblocked: users, whole: fc.boolean(), version: id },
  ['type', 'origin'],
)
const contact: fc.Arbitrary<Contact> = optional(
  {
    user: id,
    state: fc.constantFrom('contact' as const, 'incoming' as const, 'outgoing' as const, 'declined' as const, 'none' as const),
    message: fc.string(),
    at: time,
  },
  ['user', 'state'],
)
export const contactsFact: fc.Arbitrary<ContactsFact> = optional(
  { ...of('contacts'), contacts: fc.array(contact, { maxLength: 3 }), whole: fc.boolean(), version: id },
  ['type', 'origin', 'contacts'],
)
export const presenceState: fc.Arbitrary<Presence['state']> = fc.constantFrom(
  'online' as const,
  'away' as const,
  'busy' as const,
  'offline' as const,
)
export const presenceFact: fc.Arbitrary<PresenceFact> = optional(
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
      target: receiptTarget,
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
