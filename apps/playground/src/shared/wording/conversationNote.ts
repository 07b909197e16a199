import type { Conversation, Presence } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import { presenceLabel } from './presenceLabel.ts'

/** The line below a conversation's title: whether the other one is there, or what kind of conversation it is. */
export const conversationNote = ({ id, members }: Conversation, presence: Presence | undefined, now: number): string => {
  const kind = conversationKind(id)
  if (kind === 'direct') return presence === undefined ? 'Direct conversation' : presenceLabel(presence, now)
  const name = kind === 'group' ? 'Group' : 'Room'
  return members === undefined ? name : `${name} of ${members}`
}
