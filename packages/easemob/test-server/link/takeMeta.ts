import type { ChatError } from '@parlance/core'
import { isChatError } from '@parlance/core'
import type { Meta } from '../frames/meta.ts'
import type { SyncDown } from '../frames/msync.ts'
import { OK } from '../frames/status.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import type { Refused } from '../refusals/sendStatus.ts'
import { sendStatus } from '../refusals/sendStatus.ts'
import { takeEdit } from './takeEdit.ts'
import { takeMessage } from './takeMessage.ts'
import { takeReceipt } from './takeReceipt.ts'
import { takeRecall } from './takeRecall.ts'
import { takeRoom } from './takeRoom.ts'
import type { Taken } from './taken.ts'

/** The answer to what a client sent; `cut`: none, and its link goes, so that nobody knows what became of it. */
export const takeMeta = (hub: Hub, device: Device, meta: Meta): SyncDown | 'none' | 'cut' => {
  if (meta.ns === undefined || meta.ns === 'STATISTIC') return 'none'
  const refused = kindOf(hub, meta)
  try {
    const { serverId, at, metas = [] } = carryOut(hub, device, meta, refused)
    return { metaId: meta.id, serverId, timestamp: (at ?? hub.backend.now()).toString(), status: OK, metas }
  } catch (thrown) {
    if (!isChatError(thrown)) throw thrown
    if (isUncertain(thrown)) return 'cut'
    return { metaId: meta.id, timestamp: hub.backend.now().toString(), status: sendStatus(thrown, refused, nameIn(hub, meta)) }
  }
}

const carryOut = (hub: Hub, device: Device, meta: Meta, kind: Refused): Taken => {
  if (kind === 'room') return takeRoom(hub, device, meta)
  const body = hub.codecs.body.decode(meta.payload ?? new Uint8Array())
  switch (kind) {
    case 'receipt':
      return takeReceipt(hub, device, meta, body)
    case 'recall':
      return takeRecall(hub, device, meta, body)
    case 'edit':
      return takeEdit(hub, device, meta, body)
    case 'message':
      return takeMessage(hub, device, meta, body)
  }
}

const kindOf = ({ codecs }: Hub, { ns, payload = new Uint8Array() }: Meta): Refused => {
  if (ns === 'MUC') return 'room'
  const { type } = codecs.body.decode(payload)
  if (type === 'RECALL') return 'recall'
  if (type === 'EDIT') return 'edit'
  return type === 'READ_ACK' || type === 'DELIVER_ACK' || type === 'CHANNEL_ACK' ? 'receipt' : 'message'
}

const nameIn = ({ codecs }: Hub, { ns, to, payload = new Uint8Array() }: Meta): string =>
  (ns === 'MUC' ? codecs.muc.decode(payload).mucId?.name : to?.name) ?? ''

/** The wire has no word for it: such an answer just doesn't come. */
const isUncertain = ({ code, effect }: ChatError): boolean => effect === 'maybe' && (code === 'unavailable' || code === 'timeout')
