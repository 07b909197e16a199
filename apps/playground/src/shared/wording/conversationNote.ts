import type { Conversation, UserId } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { typingLabel } from './typingLabel.ts'

/** The line below a conversation's title: who is typing, else what kind of conversation it is. */
export const conversationNote = ({ id, members }: Conversation, typing: readonly UserId[], nameOf: NameOf): string => {
  if (typing.length > 0) return typingLabel(typing, nameOf)
  const kind = conversationKind(id)
  if (kind === 'direct') return 'Direct conversation'
  const name = kind === 'group' ? 'Group' : 'Room'
  return members === undefined ? name : `${name} of ${members}`
}
