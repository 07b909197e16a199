import type { OutgoingMessage } from '@parlance/core'
import { conversationKind, group, room } from '@parlance/core'
import { fromContent } from '../bodies/fromContent.ts'
import { messageMeta } from '../bodies/messageMeta.ts'
import { readMessage } from '../conversations/readHistory.ts'
import { ONLINE_ONLY } from '../facts/command.ts'
import { toWireId } from '../frames/ids.ts'
import { fromKeyValues } from '../frames/keyValue.ts'
import type { MessageBody } from '../frames/messageBody.ts'
import type { Meta } from '../frames/meta.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import type { Taken } from './taken.ts'

/** Sends a message. If the server put something else in its place, the sender is told what. */
export const takeMessage = (hub: Hub, device: Device, meta: Meta, body: MessageBody): Taken => {
  const actor = { user: device.user, device }
  const conversation = conversationOf(hub, meta, body)
  if (meta.routetype === 'ROUTE_ONLINE') {
    const data = Buffer.from(meta.payload ?? []).toString('base64')
    hub.request(actor, 'ephemeral', { conversation, name: ONLINE_ONLY, data })
    return { serverId: hub.eventId() }
  }
  const message = outgoing(conversation, meta, body)
  const { id = '', at } = hub.request(actor, 'send', { message })
  const standing = message.body.type === 'text' ? readMessage(hub, device.user, conversation, id) : undefined
  const replaced = standing?.edited?.as === 'server' ? messageMeta(hub.codecs, device.user, standing.message) : undefined
  return { serverId: toWireId(id), at, ...(replaced !== undefined && { metas: [replaced] }) }
}

const conversationOf = ({ addresses }: Hub, { to = {} }: Meta, { type }: MessageBody): OutgoingMessage['conversation'] => {
  if (type === 'CHATROOM') return room(to.name ?? '?')
  return type === 'GROUPCHAT' ? group(to.name ?? '?') : addresses.conversation(to)
}

const outgoing = (conversation: OutgoingMessage['conversation'], meta: Meta, body: MessageBody): OutgoingMessage => {
  const ext = fromKeyValues(body.ext)
  const { directedUsers } = meta
  const counted = body.msgConfig?.allowGroupAck === true && conversationKind(conversation) !== 'direct'
  return {
    conversation,
    localId: meta.id,
    body: fromContent(body.contents?.[0] ?? {}, ext),
    ...(Object.keys(ext).length > 0 && { ext }),
    ...(directedUsers !== undefined && directedUsers.length > 0 && { to: directedUsers }),
    ...(counted && { wantsReadCount: true }),
  }
}
