import type { ConversationId } from '@parlance/core'
import { conversationKind, parseConversationId, room } from '@parlance/core'

/** The room that somebody means by `garden` or `room:garden`; nothing for what can't be one. */
export const roomNamed = (words: string): ConversationId | undefined => {
  const name = words.trim()
  if (name === '') return undefined
  const id = parseConversationId(name)
  if (id !== undefined) return conversationKind(id) === 'room' ? id : undefined
  return room(name)
}
