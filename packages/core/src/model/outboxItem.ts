import type { ConversationId, MessageKey } from './ids.ts'
import type { SendState } from './sendState.ts'

/** A message of mine that isn't through yet. */
export interface OutboxItem {
  readonly key: MessageKey
  readonly conversation: ConversationId
  readonly send: SendState
  /** How often it went out so far. */
  readonly attempts: number
}
