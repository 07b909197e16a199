import type { ConversationId, EphemeralFact, Json, UserId } from '@parlance/core'
import { placeOf } from '../conversations.ts'
import { newLocalId, sdkIdOf } from '../localIds.ts'
import type { SdkOutgoing } from '../sdk/connection.ts'
import type { Raw } from '../sdk/raw.ts'
import { messageFromSdk } from './messageFromSdk.ts'
import { RESERVED, unpackExt } from './ext.ts'

const ACTION = 'parlance.moment'

/** Something of the moment, as a command that only those get who are there. */
export const momentToSdk = (conversation: ConversationId, name: string, data: Json): SdkOutgoing => ({
  ...placeOf(conversation),
  type: 'cmd',
  id: sdkIdOf(newLocalId()),
  action: ACTION,
  deliverOnlineOnly: true,
  ext: { [RESERVED]: { moment: name, data } },
})

/** Whether a command is one of those. */
export const isMoment = (raw: Raw): boolean => raw['type'] === 'cmd' && raw['action'] === ACTION

/** What it says, to others than who said it. */
export const momentFromSdk = (raw: Raw, self: UserId): EphemeralFact | undefined => {
  const { moment: name, data } = unpackExt(raw).reserved
  const message = messageFromSdk(raw, self)
  if (message === undefined || message.from === self || typeof name !== 'string') return undefined
  return { type: 'ephemeral', origin: 'live', conversation: message.conversation, from: message.from, name, data: (data ?? null) as Json }
}
