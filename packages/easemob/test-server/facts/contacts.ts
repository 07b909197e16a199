import type { Contact, ContactsFact } from '@parlance/core'
import { userJid } from '../frames/jid.ts'
import type { RosterBody } from '../frames/roster.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import type { Told } from './told.ts'

/** What happened between the user and somebody, by the difference between how they stood and how they stand. */
export const tellContacts = ({ backend, codecs, eventId }: Hub, device: Device, { contacts }: ContactsFact): readonly Told[] =>
  contacts.flatMap(contact => {
    const operation = change(device.standings.contact(contact), contact)
    if (operation === undefined) return []
    const from = userJid(contact.user)
    const body: RosterBody = { operation, from, to: [userJid(device.user)], reason: contact.message ?? '' }
    const meta = {
      id: eventId(),
      from,
      to: userJid(device.user),
      timestamp: backend.now().toString(),
      ns: 'ROSTER' as const,
      payload: codecs.roster.encode(body),
    }
    return [{ queue: from, meta }]
  })

const change = (before: Contact | undefined, { state }: Contact): RosterBody['operation'] => {
  if (before?.state === state) return undefined
  switch (state) {
    case 'incoming':
      return 'ADD'
    case 'contact':
      return before?.state === 'outgoing' ? 'REMOTE_ACCEPT' : 'ACCEPT'
    case 'declined':
      return 'REMOTE_DECLINE'
    case 'none':
      return before?.state === 'contact' ? 'REMOVE' : undefined
    case 'outgoing':
      return undefined
  }
}
