import { fromWireId } from '../frames/ids.ts'
import type { MessageBody } from '../frames/messageBody.ts'
import type { Meta } from '../frames/meta.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import type { Taken } from './taken.ts'

export const takeRecall = (hub: Hub, device: Device, { ext }: Meta, { ackMessageId = '' }: MessageBody): Taken => {
  const { at } = hub.request({ user: device.user, device, ext }, 'recall', { target: { id: fromWireId(ackMessageId) } })
  return { serverId: hub.eventId(), at }
}
