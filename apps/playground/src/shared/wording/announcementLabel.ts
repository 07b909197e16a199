import type { Message } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { messageLabel } from './messageLabel.ts'

/** A message that came in the conversation that is shown. */
export const announcementLabel = (message: Message, nameOf: NameOf): string => `${nameOf(message.from)}: ${messageLabel(message, nameOf)}`
