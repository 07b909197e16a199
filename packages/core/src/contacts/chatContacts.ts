import type { Contact, ContactState } from '../model/contact.ts'
import type { UserId } from '../model/ids.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Readable } from '../model/readable.ts'
import type { ContactRequests } from './contactLists.ts'

/**
 * Whom I know, who asks to know me, and whom I want nothing of; the blocklist itself is `chat.blocklist`. The list is loaded when
 * somebody first subscribes, and anew after a gap. Commands change nothing here by themselves: what the backend then tells does.
 */
export interface ChatContacts {
  /** Those I know, in the order of their ids. */
  readonly list: Readable<readonly Contact[]>
  /** The latest first. */
  readonly requests: Readable<ContactRequests>
  /** How somebody and I stand to each other; `none` while nobody said. */
  readonly stateOf: (user: UserId) => Readable<ContactState>
  /** The whole list, now. */
  readonly load: () => Promise<Outcome>
  /** Asks somebody to know me, with words if there are any; if they ask me already, that accepts. */
  readonly add: (user: UserId, options?: { readonly message?: string }) => Promise<Outcome>
  readonly accept: (user: UserId) => Promise<Outcome>
  readonly decline: (user: UserId) => Promise<Outcome>
  /** Ends it, or takes a request of mine back. */
  readonly remove: (user: UserId) => Promise<Outcome>
  readonly block: (user: UserId) => Promise<Outcome>
  readonly unblock: (user: UserId) => Promise<Outcome>
  /** All whom I blocked, for backends that don't tell it by themselves; it is in `chat.blocklist` then. */
  readonly loadBlocklist: () => Promise<Outcome>
}
