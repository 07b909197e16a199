import type { Contact, ContactState } from '../model/contact.ts'
import { contactIn, type ContactBook } from './contactBook.ts'

/** Who asks whom. */
export interface ContactRequests {
  /** They ask me. */
  readonly incoming: readonly Contact[]
  /** I ask them. */
  readonly outgoing: readonly Contact[]
}

export interface ContactLists {
  /** In the order of their ids. */
  readonly contacts: readonly Contact[]
  /** The latest first. */
  readonly requests: ContactRequests
}

/** Everybody who stands to me in some way. */
export const contactLists = (book: ContactBook): ContactLists => {
  const all = [...book.people].flatMap(({ user }) => contactIn(book, user) ?? [])
  const those = (state: ContactState): readonly Contact[] => all.filter(contact => contact.state === state)
  return {
    contacts: those('contact'),
    requests: { incoming: latestFirst(those('incoming')), outgoing: latestFirst(those('outgoing')) },
  }
}

/** Those of no known time come last; where times are equal, ids decide, in whose order they come. */
const latestFirst = (contacts: readonly Contact[]): readonly Contact[] =>
  [...contacts].sort((a, b) => (b.at ?? Number.NEGATIVE_INFINITY) - (a.at ?? Number.NEGATIVE_INFINITY) || 0)
