import type { Contact } from '@parlance/core'
import { userOf } from '../conversations.ts'
import type { PartContext } from '../part.ts'
import { said } from '../said.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { needed } from '../sdk/needed.ts'
import { rawOf, textOf } from '../sdk/raw.ts'

type State = Contact['state']

/** How people come to stand to me. What I did on another device has me as its sender. */
export const contactEvents = ({ self, tell }: PartContext, requests: Map<string, Contact>): SdkHandler => {
  const take =
    (theirs: State, mine: State = theirs) =>
    (payload: unknown): void => {
      const { from, to, status } = rawOf(payload)
      const by = userOf(needed(textOf(from)))
      const [user, state] = by === self ? [userOf(needed(textOf(to))), mine] : [by, theirs]
      const isAsking = state === 'incoming' || state === 'outgoing'
      const contact: Contact = said({ user, state, message: isAsking ? textOf(status) : undefined })
      keep(requests, contact)
      tell({ type: 'contacts', origin: 'live', contacts: [contact] })
    }

  return {
    onContactInvited: take('incoming', 'outgoing'),
    onContactAgreed: take('contact'),
    onContactAdded: take('contact'),
    onContactRefuse: take('declined', 'none'),
    onContactDeleted: take('none'),
  }
}

/** Easemob's list has no requests: those that came by are remembered. */
export const keep = (requests: Map<string, Contact>, contact: Contact): void => {
  if (contact.state === 'incoming' || contact.state === 'outgoing') requests.set(contact.user, contact)
  else requests.delete(contact.user)
}
