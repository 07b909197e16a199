import type { ConversationId, UserId } from '@parlance/core'
import { conversationName } from '@parlance/core'
import { channelTypeOf, jidOf } from '../conversations/addresses.ts'
import type { Hub } from '../hub/hub.ts'
import { notify } from './notify.ts'
import type { Told } from './told.ts'

/** Something was done about a conversation as a whole, by oneself elsewhere or, for pins of messages, by anybody. */
export const conversationNews = (
  hub: Hub,
  conversation: ConversationId,
  op: 'del' | 'top' | 'not_top' | 'mark' | 'mark_delete' | 'pin' | 'pin_delete',
  { from, at, ext }: { readonly from: UserId; readonly at?: number | undefined; readonly ext?: string },
): Told =>
  notify(hub, jidOf(conversation), {
    type: 'conv',
    data: {
      op,
      id: conversationName(conversation),
      type: channelTypeOf(conversation),
      from,
      res: hub.actor?.device?.resource ?? '',
      ts: at ?? hub.backend.now(),
      ...(ext !== undefined && { ext }),
    },
  })
