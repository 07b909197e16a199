import type { ConversationId } from '@parlance/core'
import { conversationAt } from '../conversations.ts'
import { said } from '../said.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { amountOf, rawOf, textOf } from '../sdk/raw.ts'
import type { EventContext } from './context.ts'

/** How far apart two events of one removal may come, milliseconds. */
const TOGETHER_MS = 50

/** What another device of mine did to a conversation. */
export const deviceEvents = ({ known, tell, unreadable }: EventContext): SdkHandler => {
  const removing = new Set<ConversationId>()

  /** That its history went, too, is an event of its own: one removal is told of both. */
  const removed = (conversation: ConversationId, withHistory: boolean): void => {
    const through = known.newest(conversation)
    const say = (whole: boolean): void => {
      removing.delete(conversation)
      tell(said({ type: 'conversationRemoved', origin: 'live', conversation, through, withHistory: whole }))
    }
    if (withHistory) return say(true)
    removing.add(conversation)
    setTimeout(() => {
      if (removing.has(conversation)) say(false)
    }, TOGETHER_MS)
  }

  const take = (payload: unknown): void => {
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
        return removed(conversation, operation === 'deleteRoaming')
    }
  }

  return { onMultiDeviceEvent: take }
}
