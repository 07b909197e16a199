import type { ConversationId } from '@parlance/core'
import { conversationAt } from '../conversations.ts'
import type { KnownMessages } from '../knownMessages.ts'
import { needed } from '../sdk/needed.ts'
import { textOf } from '../sdk/raw.ts'

/** A conversation by its name, where Easemob calls a room a group, too: as which it was met decides. */
export const metAt = (known: KnownMessages, chatType: unknown, value: unknown): ConversationId => {
  const name = textOf(value)
  return needed(conversationAt(chatType === 'singleChat' ? chatType : (known.kindOf(name ?? '') ?? chatType), name))
}
