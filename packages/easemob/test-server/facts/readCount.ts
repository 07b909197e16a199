import type { ReadCountFact } from '@parlance/core'
import { toWireId } from '../frames/ids.ts'
import type { StatisticsBody } from '../frames/statistics.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import { chatEvent } from './chatEvent.ts'
import type { Told } from './told.ts'

/** Counts without receipts. */
export const countsBody = (counts: Iterable<readonly [mid: string, count: number]>): StatisticsBody => ({
  operation: 'INFORMATION',
  location: JSON.stringify({ group_ack: [...counts].map(([mid, count]) => ({ mid, count })) }),
})

/** How many have read a message: for who is there with the receipt that changed it, else once he comes back, and only the last. */
export const tellReadCount = (hub: Hub, device: Device, { target, read, origin }: ReadCountFact): readonly Told[] => {
  const { id, conversation } = target
  const { actor } = hub
  if (id === undefined || conversation === undefined || read === 0) return []
  const wireId = toWireId(id)
  if (origin === 'live' && actor === undefined && device.link !== undefined) {
    // Who has read it came by no receipt of this wire.
    device.link.statistics(countsBody([[wireId, read]]))
    return []
  }
  if (origin !== 'live' || actor === undefined || actor.user === device.user) {
    device.missedCounts.set(wireId, read)
    return []
  }
  const body = {
    type: 'READ_ACK' as const,
    ackMessageId: wireId,
    ext: [{ key: 'group_ack', type: 'JSON_STRING' as const, stringValue: JSON.stringify({ [wireId]: read }) }],
    msgConfig: { allowGroupAck: true },
    ...(actor.content !== undefined && { ackContent: actor.content }),
  }
  return [chatEvent(hub, device, { conversation, from: actor.user, body })]
}
