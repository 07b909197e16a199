import type { Chat, Message } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { messageLabel } from './messageLabel.ts'

/** A message that came in a conversation that isn't shown. */
export const alertLabel = (chat: Chat, message: Message, nameOf: NameOf): string => {
  const { title } = chat.conversation(message.conversation).info.get()
  const where = title === undefined ? '' : ` in ${title}`
  return `New message from ${nameOf(message.from)}${where}: ${messageLabel(message, nameOf)}`
}
