import type { OutgoingMessage } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import { placeOf } from '../conversations.ts'
import { sdkIdOf } from '../localIds.ts'
import { said } from '../said.ts'
import type { SdkOutgoing } from '../sdk/connection.ts'
import { bodyToSdk } from './bodyToSdk.ts'
import { packExt } from './ext.ts'

/** A message as the SDK sends it. */
export const outgoing = (message: OutgoingMessage): SdkOutgoing => {
  const { conversation, localId, body, ext, to, replyTo, wantsReadCount, forwardedFrom } = message
  // Without the conversation of what is answered: between two, each has a name of his own for that.
  const answer = replyTo && { ...replyTo, conversation: undefined }
  const isCounted = wantsReadCount === true && conversationKind(conversation) === 'group'
  return said({
    ...bodyToSdk(body),
    ...placeOf(conversation),
    id: sdkIdOf(localId),
    ext: packExt(body, ext, { id: localId, to, replyTo: answer, forwardedFrom }),
    receiverList: to,
    msgConfig: isCounted ? { allowGroupAck: true } : undefined,
  })
}
