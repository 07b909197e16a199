import type { EphemeralFact } from '@parlance/core'
import { jidOf, recipientOf } from '../conversations/addresses.ts'
import { userJid } from '../frames/jid.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import type { Told } from './told.ts'

/** A message for those who are there only: the backend passes it on as it came, and keeps it for nobody. */
export const ONLINE_ONLY = 'easemob.online'

export const tellCommand = (hub: Hub, device: Device, { conversation, from, name, data }: EphemeralFact): readonly Told[] => {
  if (name !== ONLINE_ONLY || typeof data !== 'string') return []
  const meta = {
    id: hub.eventId(),
    from: userJid(from),
    to: recipientOf(conversation, from, device.user),
    timestamp: hub.backend.now().toString(),
    ns: 'CHAT' as const,
    payload: Buffer.from(data, 'base64'),
    routetype: 'ROUTE_ONLINE' as const,
  }
  return [{ queue: jidOf(conversation), meta }]
}
