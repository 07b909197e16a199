import { fromWireId } from '../frames/ids.ts'
import type { MessageBody } from '../frames/messageBody.ts'
import type { Meta } from '../frames/meta.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import type { Taken } from './taken.ts'

/** One message was got or read, or a whole conversation was read. */
export const takeReceipt = (hub: Hub, device: Device, { to = {} }: Meta, { type, ackMessageId = '', ackContent }: MessageBody): Taken => {
  const content = ackContent === undefined || ackContent === '' ? {} : { content: ackContent }
  const actor = { user: device.user, device, ...content }
  const conversation = hub.addresses.conversation(to)
  const exactly = { exactly: [{ id: fromWireId(ackMessageId) }] }
  if (type === 'CHANNEL_ACK') hub.request(actor, 'markRead', { conversation, target: { whole: true } })
  else if (type === 'DELIVER_ACK') hub.request(actor, 'markDelivered', { conversation, target: exactly })
  else hub.request(actor, 'markRead', { conversation, target: exactly, ...content })
  return { serverId: hub.eventId() }
}
