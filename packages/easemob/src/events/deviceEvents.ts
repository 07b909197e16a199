import type { ConversationId } from '@parlance/core'
import { conversationAt } from '../conversations.ts'
import type { PartContext } from '../part.ts'
import { storedPage } from '../requests/storedPage.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { needed } from '../sdk/needed.ts'
import { amountOf, listOf, rawOf, textOf } from '../sdk/raw.ts'

/** What another device of mine did to a conversation. */
export const deviceEvents = ({ ask, tell }: PartContext): SdkHandler => {
  /** Whether its history went along isn't said: then nothing is stored any more of what was there before. */
  const removed = async (conversation: ConversationId, at: number): Promise<void> => {
    const withHistory = await storedPage(ask, conversation, { pageSize: 1, searchDirection: 'down' }).then(
      ({ messages }) => listOf(messages).every(one => Number(rawOf(one)['time']) > at),
      // What can't be found out leaves what is here.
      () => false,
    )
    tell({ type: 'conversationRemoved', origin: 'live', conversation, withHistory })
  }

  return {
    onMultiDeviceEvent(payload) {
      const { operation, conversationId, conversationType, timestamp } = rawOf(payload)
      const id = conversationAt(conversationType, textOf(conversationId))
      const at = amountOf(timestamp) ?? 1
      const isPinned = operation === 'pinnedConversation'
      if (isPinned || operation === 'unpinnedConversation')
        tell({ type: 'conversation', origin: 'live', entry: { id: needed(id), pinned: isPinned ? at : 0 } })
      if (operation === 'deleteConversation') void removed(needed(id), at)
    },
  }
}
