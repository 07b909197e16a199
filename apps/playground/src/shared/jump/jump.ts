import type { ConversationId, MessageRef } from '@parlance/core'

/** A wish to see a message in its place. */
export interface Jump {
  readonly conversation: ConversationId
  readonly target: MessageRef
}
