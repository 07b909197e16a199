import type { Conversation } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { messageLabel } from './messageLabel.ts'

/** The second line of a conversation in the list. */
export const previewLabel = ({ id, last }: Conversation, nameOf: NameOf): string => {
  if (last === undefined) return 'Nothing said yet'
  const text = messageLabel(last, nameOf)
  if (last.recalled) return text
  if (last.mine) return `You: ${text}`
  return conversationKind(id) === 'direct' ? text : `${nameOf(last.from)}: ${text}`
}
