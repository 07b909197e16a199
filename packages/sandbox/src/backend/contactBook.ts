import type { Contact, UserId } from '@parlance/core'

/** How everybody stands to everybody. */
export interface ContactBook {
  /** How `other` stands to a user. */
  get(user: UserId, other: UserId): Contact
  set(user: UserId, contact: Contact, version: string): void
  /** Everybody who stands to a user in some way, and the version of the last change. */
  of(user: UserId): { readonly contacts: readonly Contact[]; readonly version?: string }
}

interface Page {
  readonly contacts: Map<UserId, Contact>
  version: string
}

export const createContactBook = (): ContactBook => {
  const pages = new Map<UserId, Page>()

  return {
    get: (user, other) => pages.get(user)?.contacts.get(other) ?? { user: other, state: 'none' },
    set(user, contact, version) {
      const page = pages.get(user) ?? { contacts: new Map(), version }
      pages.set(user, page)
      page.version = version
      if (contact.state === 'none') page.contacts.delete(contact.user)
      else page.contacts.set(contact.user, contact)
    },
    of(user) {
      const page = pages.get(user)
      return page === undefined ? { contacts: [] } : { contacts: [...page.contacts.values()], version: page.version }
    },
  }
}
