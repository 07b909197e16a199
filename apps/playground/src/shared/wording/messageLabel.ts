import type { Message } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { bodyLabel } from './bodyLabel.ts'
import { tombstoneLabel } from './tombstoneLabel.ts'

/** What a message says, in a line of text. */
export const messageLabel = (message: Message, nameOf: NameOf): string =>
  message.recalled ? tombstoneLabel(message, nameOf) : bodyLabel(message.body)
