import type { Contact, ContactOps, Op, UserId } from '@parlance/core'
import type { PartContext } from '../part.ts'
import { said } from '../said.ts'
import { keep } from './contactEvents.ts'
import { idsIn } from './idsIn.ts'

/** Contacts, with the requests that came by: Easemob's own list has none. */
export const contactOps = ({ ask, link }: PartContext, requests: Map<string, Contact>): ContactOps => {
  const now = (contact: Contact): void => {
    keep(requests, contact)
    link.tell({ type: 'contacts', origin: 'echo', contacts: [contact] })
  }
  const accept = async (user: UserId, op?: Op): Promise<void> => {
    await ask(connection => connection.acceptContactInvite(user), op)
    now({ user, state: 'contact' })
  }
  return {
    async list(op) {
      const users = idsIn(await ask(connection => connection.getContacts(), op))
      const known = users.map((user): Contact => ({ user, state: 'contact' }))
      const asking = [...requests.values()].filter(({ user }) => !users.includes(user))
      return { type: 'contacts', origin: 'history', whole: true, contacts: [...known, ...asking] }
    },
    async add(user, { message }, op) {
      // Who is asked already accepts.
      if (requests.get(user)?.state === 'incoming') return accept(user, op)
      await ask(connection => connection.addContact(user, message ?? ''), op)
      now(said({ user, state: 'outgoing', message }))
    },
    accept,
    async decline(user, op) {
      await ask(connection => connection.declineContactInvite(user), op)
      now({ user, state: 'none' })
    },
    async remove(user, op) {
      await ask(connection => connection.deleteContact(user), op)
      now({ user, state: 'none' })
    },
  }
}
