import type { MessageId, UserId } from './ids.ts'
import type { Message } from './message.ts'

/** A message that somebody pinned for all of its conversation. */
export interface PinnedMessage {
  readonly id: MessageId
  readonly by: UserId
  /** Milliseconds since 1970, the server's clock. */
  readonly at?: number
  /** The message, if it is loaded; else `talk.loadAround(id)` brings it. */
  readonly message?: Message
}
