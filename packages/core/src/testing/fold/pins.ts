import type { ConversationId, MessageId } from '../../model/ids.ts'
import type { StampedFact } from '../../protocol/stampedFact.ts'
import { greatest } from './greatest.ts'

/** The ids of what is pinned in a conversation, a register each [PIN1]. */
export const pinsOf = (conversation: ConversationId, facts: readonly StampedFact[]): readonly MessageId[] => {
  const told = facts.filter(fact => fact.type === 'pinned').filter(fact => fact.conversation === conversation)
  return [...new Set(told.map(({ id }) => id))].sort().filter(id => {
    const said = told.filter(fact => fact.id === id)
    return greatest(said, ({ pinned, by, at }) => ({ pinned, by, at }))?.pinned ?? false
  })
}
