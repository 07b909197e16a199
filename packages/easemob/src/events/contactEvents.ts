import type { Contact } from '@parlance/core'
import { userOf } from '../conversations.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { rawOf, textOf } from '../sdk/raw.ts'
import type { EventContext } from './context.ts'

type State = Contact['state']

/** How people come to stand to me. What I did on another device has me as its sender. */
export const contactEvents = ({ self, tell, unreadable }: EventContext, requests: Map<string, Contact>): SdkHandler => {
  const take =
    (theirs: State, mine: State = theirs) =>
    (payload: unknown): void => {
      const raw = rawOf(payload)
      const [from, to] = [textOf(raw['from']), textOf(raw['to'])]
      if (from === undefined) return unreadable('a change of contacts', payload)
      const isMine = userOf(from) === self
      const user = isMine ? userOf(to ?? from) : userOf(from)
      const message = textOf(raw['status'])
      const state = isMine ? mine : theirs
      const contact: Contact = { user, state, ...(message !== undefined && (state === 'incoming' || state === 'outgoing') && { message }) }
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
