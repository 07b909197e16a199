import type { RecalledFact } from '@parlance/core'
import { toWireId } from '../frames/ids.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import { chatEvent } from './chatEvent.ts'
import type { Told } from './told.ts'

export const tellRecall = (hub: Hub, device: Device, { target: { id, conversation }, by, at }: RecalledFact): readonly Told[] => {
  if (id === undefined || conversation === undefined) return []
  const { queue, meta } = chatEvent(hub, device, { conversation, from: by, at, body: { type: 'RECALL', ackMessageId: toWireId(id) } })
  return [{ queue, meta: { ...meta, ...(hub.actor?.ext !== undefined && { ext: hub.actor.ext }) } }]
}
