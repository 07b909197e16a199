import { chatError, room } from '@parlance/core'
import { sharedJid } from '../frames/jid.ts'
import type { Meta } from '../frames/meta.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import type { Taken } from './taken.ts'

/** Enters or leaves a room; who enters is told how it stands there. */
export const takeRoom = (hub: Hub, device: Device, { payload = new Uint8Array() }: Meta): Taken => {
  const { mucId, operation } = hub.codecs.muc.decode(payload)
  const name = mucId?.name
  if (name === undefined || (operation !== 'JOIN' && operation !== 'LEAVE')) throw chatError('unsupported')
  const actor = { user: device.user, device }
  const conversation = room(name)
  hub.request(actor, operation === 'JOIN' ? 'join' : 'leave', { conversation })
  const serverId = hub.eventId()
  if (operation === 'LEAVE') return { serverId }
  const { entries } = hub.request(actor, 'conversations', { count: 1, only: [conversation] })
  const info = {
    is_all_mute: false,
    is_in_white_list: false,
    create_timestamp: 0,
    member_count: entries[0]?.members ?? 1,
    mute_duration: -1,
  }
  const status = { errorCode: 'OK' as const, chatroomInfo: JSON.stringify({ [device.user]: info }) }
  const told = hub.codecs.muc.encode({ mucId: sharedJid(name), operation, isChatroom: true, status })
  return { serverId, metas: [{ id: hub.eventId(), ns: 'MUC', payload: told }] }
}
