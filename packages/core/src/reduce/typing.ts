import type { EphemeralFact } from '../protocol/fact.ts'
import type { Batch } from './batch.ts'
import type { ConversationState } from '../state/conversationState.ts'

/** Of the moment: passed on, and typing is shown while it lasts. Nothing of it is kept [RCV7]. */
export const applyEphemeral = (slice: ConversationState, fact: EphemeralFact, batch: Batch): void => {
  const { from, name, data } = fact
  if (fact.origin !== 'echo') batch.happenings.push({ type: 'ephemeral', ephemeral: { conversation: slice.id, from, name, data } })
  if (name !== 'typing' || from === batch.self) return
  const typing = slice.typing.includes(from)
  if (data === true && !typing) slice.typing = [...slice.typing, from]
  if (data !== true && typing) slice.typing = slice.typing.filter(user => user !== from)
}
