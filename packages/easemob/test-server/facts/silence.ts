import type { ConversationId } from '@parlance/core'
import { conversationKind, conversationName } from '@parlance/core'
import { jidOf } from '../conversations/addresses.ts'
import type { Hub } from '../hub/hub.ts'
import { notify } from './notify.ts'
import type { Told } from './told.ts'

/** A conversation was silenced on another device, or is so no more: then there is nothing to say of its alerts. */
export const silenceNews = (hub: Hub, conversation: ConversationId, silenced: boolean): Told =>
  notify(hub, jidOf(conversation), {
    type: 'user_notification_mute',
    values: [
      {
        operator_resource: hub.actor?.device?.resource ?? '',
        [conversationKind(conversation) === 'direct' ? 'user' : 'group']: conversationName(conversation),
        data: silenced ? { type: 'NONE' } : {},
      },
    ],
  })
