import type { Contact, ConversationId, Membership, UserId } from '@parlance/core'

/** What a client is told of a conversation when it changes. */
export interface Heading {
  readonly title?: string
  readonly avatar?: string
  readonly pinned?: number
  readonly silenced?: boolean
}

/**
 * How things stood when a device was told last. The backend says how they stand; the wire says what happened: the difference between the
 * two.
 */
export interface Standings {
  /** Keeps how somebody stands, and gives back how they stood. */
  member(membership: Membership): Membership | undefined
  heading(conversation: ConversationId, heading: Heading): Heading | undefined
  contact(contact: Contact): Contact | undefined
  title(conversation: ConversationId): string | undefined
}

export const createStandings = (): Standings => {
  const members = new Map<string, Membership>()
  const headings = new Map<ConversationId, Heading>()
  const contacts = new Map<UserId, Contact>()

  return {
    member: membership => replace(members, `${membership.conversation} ${membership.user}`, membership),
    heading: (conversation, heading) => replace(headings, conversation, heading),
    contact: contact => replace(contacts, contact.user, contact),
    title: conversation => headings.get(conversation)?.title,
  }
}

const replace = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value | undefined => {
  const before = map.get(key)
  map.set(key, value)
  return before
}
