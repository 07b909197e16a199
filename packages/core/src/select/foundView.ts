import { besideOf } from '../model/beside.ts'
import type { MessageKey, UserId } from '../model/ids.ts'
import type { Message } from '../model/message.ts'
import type { RemoteMessage } from '../protocol/remoteMessage.ts'

/** A message that was told but isn't loaded, as the world sees it. */
export const foundView = (message: RemoteMessage, key: MessageKey, self: UserId): Message => {
  const { conversation, from, id, localId, position, sentAt = 0, body } = message
  return {
    key,
    ...(id !== undefined && { id }),
    ...(localId !== undefined && { localId }),
    conversation,
    from,
    mine: from === self,
    sentAt,
    ...(position !== undefined && { position }),
    ...besideOf(message),
    body,
  }
}
