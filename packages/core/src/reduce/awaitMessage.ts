import { chatError } from '../model/error.ts'
import type { ConversationId, UserId } from '../model/ids.ts'
import type { MessageRef } from '../model/message.ts'
import type { Batch } from './batch.ts'
import type { EarlyFacts } from './earlyFacts.ts'

/** Keeps what was said of a message until it comes [EARLY1]. `conversation` stands in where the reference names none. */
export const awaitMessage = (batch: Batch, target: MessageRef, speaker: UserId, facts: EarlyFacts, conversation?: ConversationId): void => {
  const names = batch.names.namesIn(target, conversation)
  // Under each name: it belongs to the message that turns out to have any of them.
  for (const name of names) if (!batch.names.isCleared(name)) batch.early.add(name, speaker, facts)
  if (names.length === 0) {
    batch.errors.push(chatError('protocol', { message: 'A fact names a message by nothing that could find it.', path: 'target' }))
  }
}
