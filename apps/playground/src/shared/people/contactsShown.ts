import type { Contact, UserId } from '@parlance/core'
import type { ContactRequests } from '@parlance/core/contacts'

/** People who stand to me in the same way, under a heading. */
export interface ContactSection {
  readonly id: 'incoming' | 'contacts' | 'outgoing' | 'blocked'
  readonly heading: string
  readonly people: readonly Contact[]
}

/** The contacts view, from those who wait for an answer to those I want nothing of. Who is blocked is there alone; nothing stands empty. */
export const contactsShown = (
  contacts: readonly Contact[],
  { incoming, outgoing }: ContactRequests,
  blocklist: readonly UserId[],
): readonly ContactSection[] => {
  const blocked = new Set(blocklist)
  const others = (people: readonly Contact[]): readonly Contact[] => people.filter(({ user }) => !blocked.has(user))
  const sections: readonly ContactSection[] = [
    { id: 'incoming', heading: 'Ask to know you', people: others(incoming) },
    { id: 'contacts', heading: 'Contacts', people: others(contacts) },
    { id: 'outgoing', heading: 'Asked by you', people: others(outgoing) },
    { id: 'blocked', heading: 'Blocked', people: blocklist.map(user => ({ user, state: 'none' })) },
  ]
  return sections.filter(({ people }) => people.length > 0)
}
