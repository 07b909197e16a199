import type { PresenceFact } from '@parlance/core'
import { presenceRecord } from './presenceRecord.ts'
import { toJsonBytes } from '../frames/json.ts'
import { userJid } from '../frames/jid.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import type { Told } from './told.ts'

/** One at a time: the SDK mixes up the devices of several users in one notification. */
export const tellPresence = ({ backend, eventId }: Hub, _device: Device, { user, presence }: PresenceFact): readonly Told[] => {
  const queue = userJid(user)
  const payload = toJsonBytes({ type: 'presence', data: { values: [presenceRecord(user, presence)] } })
  return [{ queue, meta: { id: eventId(), from: queue, to: queue, timestamp: backend.now().toString(), ns: 'NOTIFY', payload } }]
}
