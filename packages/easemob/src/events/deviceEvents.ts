import { conversationAt } from '../conversations.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { needed } from '../sdk/needed.ts'
import { amountOf, rawOf, textOf } from '../sdk/raw.ts'
import type { EventContext } from './context.ts'

/** What another device of mine did to a conversation. That its history went, too, is an event of its own. */
export const deviceEvents = ({ tell }: EventContext): SdkHandler => ({
  onMultiDeviceEvent(payload) {
    const { operation, conversationId, conversationType, chatType, timestamp } = rawOf(payload)
    const id = conversationAt(conversationType ?? chatType, textOf(conversationId))
    const isPinned = operation === 'pinnedConversation'
    const withHistory = operation === 'deleteRoaming'
    if (isPinned || operation === 'unpinnedConversation')
      tell({ type: 'conversation', origin: 'live', entry: { id: needed(id), pinned: isPinned ? (amountOf(timestamp) ?? 1) : 0 } })
    if (withHistory || operation === 'deleteConversation')
      tell({ type: 'conversationRemoved', origin: 'live', conversation: needed(id), withHistory })
  },
})
