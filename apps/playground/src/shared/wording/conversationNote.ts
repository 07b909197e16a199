import type { Conversation } from '@parlance/core'
import { conversationKind } from '@parlance/core'

/** The line below a conversation's title: what kind of conversation it is. */
export const conversationNote = ({ id, members }: Conversation): string => {
  const kind = conversationKind(id)
  if (kind === 'direct') return 'Direct conversation'
  const name = kind === 'group' ? 'Group' : 'Room'
  return members === undefined ? name : `${name} of ${members}`
}
