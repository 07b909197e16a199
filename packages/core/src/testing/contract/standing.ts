import type { Contact, ContactState } from '../../model/contact.ts'
import type { ConversationId, UserId } from '../../model/ids.ts'
import type { Membership } from '../../model/membership.ts'
import type { Presence } from '../../model/presence.ts'
import type { MembershipFact } from '../../protocol/fact.ts'
import type { TransportEvent } from '../../protocol/transport.ts'
import type { Client } from './client.ts'

/** Waits until a client is told how somebody stands to its user. */
export const hearContact = (client: Client, user: UserId, state: ContactState, since?: number): Promise<Contact> =>
  client.until(
    event => (event.type === 'contacts' ? event.contacts.find(contact => contact.user === user && contact.state === state) : undefined),
    `${user} as ${state}`,
    since,
  )

/** Waits until a client is told of a standing in a conversation. */
export const hearStanding = (
  client: Client,
  conversation: ConversationId,
  user: UserId,
  fits: (membership: Membership) => boolean,
  since?: number,
): Promise<MembershipFact> =>
  client.until(
    event =>
      event.type === 'membership' &&
      event.membership.conversation === conversation &&
      event.membership.user === user &&
      fits(event.membership)
        ? event
        : undefined,
    `the standing of ${user} in ${conversation}`,
    since,
  )

/** What was told of somebody's presence. */
export const presencesOf = (events: readonly TransportEvent[], user: UserId): readonly Presence[] =>
  events.flatMap(event => (event.type === 'presence' && event.user === user ? [event.presence] : []))

/** Waits until a client is told that somebody is there, or isn't. */
export const hearPresence = (client: Client, user: UserId, state: Presence['state'], since?: number): Promise<Presence> =>
  client.until(
    event => (event.type === 'presence' && event.user === user && event.presence.state === state ? event.presence : undefined),
    `${user} as ${state}`,
    since,
  )
