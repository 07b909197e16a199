import type { ConversationId, LocalId, MessageId, UserId } from './ids.ts'

/** A message by whatever name is at hand: the backend's (`id`) or its sender's (`from` and `localId`). */
export interface MessageRef {
  readonly conversation?: ConversationId
  readonly id?: MessageId
  readonly from?: UserId
  readonly localId?: LocalId
}
