import type { Message } from '@parlance/core'
import { conversationKind } from '@parlance/core'

/** The classes of a message's element, the same in every framework. */
export const messageClass = ({ mine, conversation, recalled, send, pending }: Message, joined: boolean): string =>
  [
    'message',
    mine && 'is-mine',
    joined && 'is-joined',
    conversationKind(conversation) === 'direct' && 'is-direct',
    recalled !== undefined && 'is-recalled',
    ((send !== undefined && send.state !== 'sent') || pending !== undefined) && 'is-pending',
  ]
    .filter(Boolean)
    .join(' ')
