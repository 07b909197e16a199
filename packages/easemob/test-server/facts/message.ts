import type { MessageFact } from '@parlance/core'
import { messageMeta } from '../bodies/messageMeta.ts'
import { jidOf } from '../conversations/addresses.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import type { Told } from './told.ts'

/** A message, also one that another device of the same user sent. */
export const tellMessage = ({ codecs, actor }: Hub, device: Device, { message, origin }: MessageFact): readonly Told[] => {
  const meta = messageMeta(codecs, device.user, message, {
    resource: actor?.user === message.from ? actor.device?.resource : undefined,
    envelope: { is_online: origin === 'live' ? 1 : 0 },
  })
  return meta === undefined ? [] : [{ queue: jidOf(message.conversation), meta }]
}
