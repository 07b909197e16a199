import type { ConversationId, DeletedFact } from '@parlance/core'
import { conversationName } from '@parlance/core'
import { channelTypeOf, jidOf } from '../conversations/addresses.ts'
import type { Device } from '../hub/device.ts'
import type { Hub } from '../hub/hub.ts'
import { notify } from './notify.ts'
import type { Told } from './told.ts'

/** Messages were deleted on another device: which ones isn't told. */
export const tellDeletion = (hub: Hub, _device: Device, { conversation, origin }: DeletedFact): readonly Told[] =>
  conversation === undefined || origin !== 'live' ? [] : [roamingDeleted(hub, conversation)]

export const roamingDeleted = (hub: Hub, conversation: ConversationId): Told =>
  notify(hub, jidOf(conversation), {
    type: 'roaming_delete',
    data: {
      to: conversationName(conversation),
      chatType: channelTypeOf(conversation),
      resource: hub.actor?.device?.resource ?? '',
      ts: hub.backend.now(),
    },
  })
