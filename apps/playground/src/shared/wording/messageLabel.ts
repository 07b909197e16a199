import type { Message } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { bodyLabel } from './bodyLabel.ts'
import { eventLabel } from './eventLabel.ts'
import { tombstoneLabel } from './tombstoneLabel.ts'

/** What a message says, in a line of text. */
export const messageLabel = (message: Message, nameOf: NameOf): string => {
  if (message.recalled) return tombstoneLabel(message, nameOf)
  return message.body.type === 'notice' ? eventLabel(message, message.body, nameOf) : bodyLabel(message.body)
}
