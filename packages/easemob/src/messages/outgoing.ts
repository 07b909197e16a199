import type { OutgoingMessage } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import { placeOf } from '../conversations.ts'
import { sdkIdOf } from '../localIds.ts'
import type { SdkOutgoing } from '../sdk/connection.ts'
import { bodyToSdk } from './bodyToSdk.ts'
import { packExt } from './ext.ts'

/** A message as the SDK sends it. `host` is where Easemob's own files are. */
export const outgoing = (message: OutgoingMessage, host: string): SdkOutgoing => {
  const { conversation, localId, body, ext, to, replyTo, wantsReadCount, forwardedFrom } = message
  const { fields, extra } = bodyToSdk(body, host)
  const isGroup = conversationKind(conversation) === 'group'
  const beside = { to, replyTo: refOf(replyTo), forwardedFrom }
  return {
    ...fields,
    ...placeOf(conversation),
    id: sdkIdOf(localId),
    ext: packExt(body, ext, { id: localId, ...extra, ...beside }),
    ...(to !== undefined && { receiverList: to }),
    ...(wantsReadCount === true && isGroup && { msgConfig: { allowGroupAck: true } }),
  }
}

/** What is answered, without the name that its conversation has for the sender alone. */
const refOf = (ref: OutgoingMessage['replyTo']): { readonly id?: string; readonly from?: string; readonly localId?: string } | undefined =>
  ref === undefined
    ? undefined
    : {
        ...(ref.id !== undefined && { id: ref.id }),
        ...(ref.from !== undefined && { from: ref.from }),
        ...(ref.localId !== undefined && { localId: ref.localId }),
      }
