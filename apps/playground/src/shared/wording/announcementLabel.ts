import type { Message } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { messageLabel } from './messageLabel.ts'
import { noticeLabel } from './noticeLabel.ts'

/** A message that came in the conversation that is shown, or one of mine that didn't go out. */
export const announcementLabel = (message: Message, nameOf: NameOf): string => {
  if (message.body?.type === 'notice') return messageLabel(message, nameOf)
  if (!message.mine) return `${nameOf(message.from)}: ${messageLabel(message, nameOf)}`
  return message.send?.state === 'failed' ? (noticeLabel(message)?.text ?? '') : ''
}
