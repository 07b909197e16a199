import type { ConversationKind, RemoteMessage, UserId } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import { recipientOf } from '../conversations/addresses.ts'
import type { Codecs } from '../frames/codec.ts'
import { toJsonBytes } from '../frames/json.ts'
import { toWireId } from '../frames/ids.ts'
import { userJid } from '../frames/jid.ts'
import { toKeyValues } from '../frames/keyValue.ts'
import type { MessageBody } from '../frames/messageBody.ts'
import type { Meta } from '../frames/meta.ts'
import { withMentions } from './mentions.ts'
import { toContent } from './toContent.ts'

const types: Readonly<Record<ConversationKind, MessageBody['type'] & string>> = { direct: 'CHAT', group: 'GROUPCHAT', room: 'CHATROOM' }

/** What goes along with a message. */
export interface Along {
  /** The sender's device. */
  readonly resource?: string | undefined
  /** JSON within the body: reactions, edits and the like. */
  readonly about?: object
  /** JSON in the envelope. */
  readonly envelope?: object
}

/** A message for one user; `undefined` for one that has nothing to tell. */
export const messageMeta = (codecs: Codecs, viewer: UserId, message: RemoteMessage, along: Along = {}): Meta | undefined => {
  const { conversation, from, id, body, ext, sentAt = 0, wantsReadCount = false } = message
  const content = toContent(body)
  if (content === undefined || id === undefined) return undefined
  const to = recipientOf(conversation, from, viewer)
  const told: MessageBody = {
    type: types[conversationKind(conversation)],
    from: { name: from },
    to: { ...(to.name !== undefined && { name: to.name }) },
    contents: [content],
    ext: toKeyValues(withMentions(body, ext)),
    ...(wantsReadCount && { msgConfig: { allowGroupAck: true } }),
    ...(along.about !== undefined && { meta: JSON.stringify(along.about) }),
  }
  return {
    id: toWireId(id),
    from: userJid(from, along.resource),
    to,
    timestamp: sentAt.toString(),
    ns: 'CHAT',
    payload: codecs.body.encode(told),
    ...(along.envelope !== undefined && { meta: toJsonBytes(along.envelope) }),
  }
}
