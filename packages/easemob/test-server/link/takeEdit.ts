import { chatError } from '@parlance/core'
import { editMessage } from '../bodies/about.ts'
import { fromContent } from '../bodies/fromContent.ts'
import { readMessage } from '../conversations/readHistory.ts'
import { toJsonBytes } from '../frames/json.ts'
import { fromWireId } from '../frames/ids.ts'
import { fromKeyValues } from '../frames/keyValue.ts'
import type { MessageBody } from '../frames/messageBody.ts'
import type { Meta } from '../frames/meta.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import type { Taken } from './taken.ts'

/** Changes a message; with the scope of the body alone what is beside it stays. */
export const takeEdit = (hub: Hub, device: Device, { to = {} }: Meta, body: MessageBody): Taken => {
  const id = fromWireId(body.editMessageId ?? '')
  const conversation = hub.addresses.conversation(to)
  const before = readMessage(hub, device.user, conversation, id)?.message
  if (before === undefined) throw chatError('notFound')
  const ext = body.editScope === 'BODY_AND_EXT' ? fromKeyValues(body.ext) : before.ext
  const change = { body: fromContent(body.contents?.[0] ?? {}, ext ?? {}), ...(ext !== undefined && { ext }) }
  const { at } = hub.request({ user: device.user, device }, 'edit', { target: { id }, ...change })
  const payload = toJsonBytes({ edit_msg: editMessage(before, { by: device.user, ...(at !== undefined && { at }) }) })
  return { serverId: hub.eventId(), at, metas: [{ id: hub.eventId(), ns: 'NOTIFY', payload }] }
}
