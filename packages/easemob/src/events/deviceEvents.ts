import { conversationAt } from '../conversations.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { amountOf, rawOf, textOf } from '../sdk/raw.ts'
import type { EventContext } from './context.ts'

/** What another device of mine did to a conversation. */
export const deviceEvents = ({ tell, unreadable }: EventContext): SdkHandler => ({
  onMultiDeviceEvent(payload) {
    const { operation, conversationId, conversationType, chatType, timestamp } = rawOf(payload)
    const conversation = conversationAt(conversationType ?? chatType, textOf(conversationId))
    switch (operation) {
      case 'pinnedConversation':
      case 'unpinnedConversation':
        if (conversation === undefined) return unreadable('a pinned conversation', payload)
        return tell({
          type: 'conversation',
          origin: 'live',
          entry: { id: conversation, pinned: operation === 'pinnedConversation' ? (amountOf(timestamp) ?? 1) : 0 },
        })
      case 'deleteConversation':
      case 'deleteRoaming':
        if (conversation === undefined) return unreadable('a removed conversation', payload)
        return tell({ type: 'conversationRemoved', origin: 'live', conversation, withHistory: operation === 'deleteRoaming' })
    }
  },
})
