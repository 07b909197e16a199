import type { ConversationId } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import { jidOf } from '../conversations/addresses.ts'
import { userJid } from '../frames/jid.ts'
import type { MucBody } from '../frames/muc.ts'
import type { Hub } from '../hub/hub.ts'
import type { Told } from './told.ts'

/** What happened to a group or room; whoever's request it comes from did it, unless somebody else is named. */
export const mucEvent = (hub: Hub, conversation: ConversationId, body: MucBody): Told => {
  const queue = jidOf(conversation)
  const from = userJid(hub.actor?.user ?? 'admin', hub.actor?.device?.resource)
  const told: MucBody = { mucId: queue, from, to: [], isChatroom: conversationKind(conversation) === 'room', ...body }
  return {
    queue,
    meta: {
      id: hub.eventId(),
      from,
      to: queue,
      timestamp: hub.backend.now().toString(),
      ns: 'MUC',
      payload: hub.codecs.muc.encode(told),
    },
  }
}
