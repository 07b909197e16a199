import { chatError } from '../model/error.ts'
import type { ConversationId, UserId } from '../model/ids.ts'
import type { MessageRef } from '../model/message.ts'
import type { Batch } from './batch.ts'
import type { EarlyFacts } from './earlyFacts.ts'

/** Keeps what was said of a message until it comes [EARLY1]. `conversation` stands in where the reference names none. */
export const awaitMessage = (batch: Batch, target: MessageRef, speaker: UserId, facts: EarlyFacts, conversation?: ConversationId): void => {
  const [name] = batch.names.namesIn(target, conversation)
  if (name !== undefined) batch.early.add(name, speaker, facts)
  else batch.errors.push(chatError('protocol', { message: 'A fact names a message by nothing that could find it.', path: 'target' }))
}
