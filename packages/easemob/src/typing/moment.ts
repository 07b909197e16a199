import type { ConversationId, EphemeralFact, Json, UserId } from '@parlance/core'
import { placeOf } from '../conversations.ts'
import { newLocalId } from '../localIds.ts'
import type { SdkOutgoing } from '../sdk/connection.ts'
import type { Raw } from '../sdk/raw.ts'
import { textOf } from '../sdk/raw.ts'
import { RESERVED, unpackExt } from '../messages/ext.ts'
import { messageFromSdk } from '../messages/messageFromSdk.ts'

const ACTION = 'parlance.moment'

/** Something of the moment, as a command that only those get who are there. */
export const momentToSdk = (conversation: ConversationId, moment: string, data: Json): SdkOutgoing => ({
  ...placeOf(conversation),
  type: 'cmd',
  id: newLocalId(),
  action: ACTION,
  deliverOnlineOnly: true,
  ext: { [RESERVED]: { moment, data } },
})

/** Whether a command is one of those. */
export const isMoment = (raw: Raw): boolean => raw['type'] === 'cmd' && raw['action'] === ACTION

/** What it says, to others than who said it. */
export const momentFromSdk = (raw: Raw, self: UserId): readonly EphemeralFact[] => {
  const { moment, data } = unpackExt(raw).reserved
  const [message, name] = [messageFromSdk(raw, self), textOf(moment)]
  if (message === undefined || message.from === self || name === undefined) return []
  const { conversation, from } = message
  return [{ type: 'ephemeral', origin: 'live', conversation, from, name, data: (data ?? null) as Json }]
}
