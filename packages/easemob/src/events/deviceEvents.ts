import type { ConversationId } from '@parlance/core'
import { conversationAt } from '../conversations.ts'
import { said } from '../said.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { needed } from '../sdk/needed.ts'
import { amountOf, rawOf, textOf } from '../sdk/raw.ts'
import type { EventContext } from './context.ts'

/** How far apart two events of one removal may come, milliseconds. */
const TOGETHER_MS = 50

/** What another device of mine did to a conversation. */
export const deviceEvents = ({ known, tell }: EventContext): SdkHandler => {
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

  return {
    onMultiDeviceEvent(payload) {
      const { operation, conversationId, conversationType, chatType, timestamp } = rawOf(payload)
      const id = conversationAt(conversationType ?? chatType, textOf(conversationId))
      const isPinned = operation === 'pinnedConversation'
      if (isPinned || operation === 'unpinnedConversation')
        tell({ type: 'conversation', origin: 'live', entry: { id: needed(id), pinned: isPinned ? (amountOf(timestamp) ?? 1) : 0 } })
      if (operation === 'deleteConversation' || operation === 'deleteRoaming') removed(needed(id), operation === 'deleteRoaming')
    },
  }
}
