import type { ReceiptFact } from '@parlance/core'
import { toWireId } from '../frames/ids.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import { chatEvent } from './chatEvent.ts'
import type { Told } from './told.ts'

/** That somebody has got or read something. Of one's own reading only that of a whole conversation comes to the other devices. */
export const tellReceipt = (hub: Hub, device: Device, { conversation, user, kind, target, at }: ReceiptFact): readonly Told[] => {
  if (conversation === undefined) return []
  const event = { conversation, from: user, at }
  if ('whole' in target) return kind === 'read' ? [chatEvent(hub, device, { ...event, body: { type: 'CHANNEL_ACK' } })] : []
  if (user === device.user) return []
  const refs = 'upTo' in target ? [target.upTo] : target.exactly
  return refs.flatMap(({ id }) =>
    id === undefined
      ? []
      : [chatEvent(hub, device, { ...event, body: { type: kind === 'read' ? 'READ_ACK' : 'DELIVER_ACK', ackMessageId: toWireId(id) } })],
  )
}
