import type { PresenceFact } from '@parlance/core'
import { userJid } from '../frames/jid.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import { notify } from './notify.ts'
import { presenceRecord } from './presenceRecord.ts'
import type { Told } from './told.ts'

/** One at a time: the SDK mixes up the devices of several users in one notification. */
export const tellPresence = (hub: Hub, _device: Device, { user, presence }: PresenceFact): readonly Told[] => [
  notify(hub, userJid(user), { type: 'presence', data: { values: [presenceRecord(user, presence)] } }),
]
