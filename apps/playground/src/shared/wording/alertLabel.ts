import type { Chat, Message } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { messageLabel } from './messageLabel.ts'

/** A message that came in a conversation that isn't shown. */
export const alertLabel = (chat: Chat, message: Message, nameOf: NameOf): string => {
  const { title } = chat.conversation(message.conversation).info.get()
  // A direct conversation is called like who writes there.
  const where = title === undefined || conversationKind(message.conversation) === 'direct' ? '' : ` in ${title}`
  return `New message from ${nameOf(message.from)}${where}: ${messageLabel(message, nameOf)}`
}
