import type { ConversationId, UserId } from '@parlance/core'
import { jidOf, recipientOf } from '../conversations/addresses.ts'
import { userJid } from '../frames/jid.ts'
import type { MessageBody } from '../frames/messageBody.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import type { Told } from './told.ts'

/** Something about a message or a conversation, told in the form of a message. */
export const chatEvent = (
  { backend, codecs, eventId }: Hub,
  device: Device,
  { conversation, from, at, body }: { conversation: ConversationId; from: UserId; at?: number | undefined; body: MessageBody },
): Told => {
  const to = recipientOf(conversation, from, device.user)
  const told: MessageBody = {
    from: { name: from },
    to: { ...(to.name !== undefined && { name: to.name }) },
    // The SDK looks into the first of them without a look whether it is there.
    contents: [{ type: 'TEXT' }],
    ...body,
  }
  return {
    queue: jidOf(conversation),
    meta: {
      id: eventId(),
      from: userJid(from),
      to,
      timestamp: (at ?? backend.now()).toString(),
      ns: 'CHAT',
      payload: codecs.body.encode(told),
    },
  }
}
