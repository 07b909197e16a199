import { chatError } from '../model/error.ts'
import type { ConversationId, UserId } from '../model/ids.ts'
import type { MessageRef } from '../model/messageRef.ts'
import type { Batch, Found } from './batch.ts'
import type { EarlyFacts } from './earlyFacts.ts'

/** Something said of a message: by whom, what waits while the message isn't here, and what is done when it is. */
export interface Relation {
  readonly target: MessageRef
  /** Stands in where the reference names no conversation. */
  readonly conversation?: ConversationId | undefined
  /** Absent where the backend says it of itself. */
  readonly speaker?: UserId | undefined
  readonly early: EarlyFacts
  readonly apply: (found: Found) => void
}

/**
 * Brings a relation to its message. It belongs to whatever has any of the names in its reference, now or later: names that are
 * known are reached, and under the others it waits [EARLY1].
 */
export const reach = (batch: Batch, { target, conversation, speaker, early, apply }: Relation): void => {
  const names = batch.names.namesIn(target, conversation)
  if (names.length === 0) {
    batch.errors.push(chatError('protocol', { message: 'A fact names a message by nothing that could find it.', path: 'target' }))
  }
  const reached = new Set<string>()
  for (const name of names) {
    const found = batch.byName(name)
    if (found === undefined) {
      if (!batch.names.isCleared(name)) batch.early.add(name, speaker, early)
    } else if (!reached.has(found.record.key)) {
      reached.add(found.record.key)
      apply(found)
    }
  }
}
