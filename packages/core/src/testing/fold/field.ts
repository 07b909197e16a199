import type { ConversationId } from '../../model/ids.ts'
import type { ConversationEntry } from '../../protocol/fact.ts'
import type { StampedFact } from '../../protocol/stampedFact.ts'
import { greatest } from './greatest.ts'

type Field = 'title' | 'avatar' | 'members' | 'pinned' | 'silenced' | 'archived' | 'markedUnread'

/** What stands of one field of the conversation list, each field for itself [CVG3]. */
export const fieldOf = <Name extends Field>(
  conversation: ConversationId,
  facts: readonly StampedFact[],
  name: Name,
): { readonly value: NonNullable<ConversationEntry[Name]>; readonly seq: number } | undefined => {
  const told = facts.flatMap(fact => {
    if (fact.type !== 'conversation' || fact.entry.id !== conversation) return []
    const value = fact.entry[name]
    return value === undefined ? [] : [{ value, seq: fact.seq, ...(fact.entry.version !== undefined && { version: fact.entry.version }) }]
  })
  return greatest(told, ({ value }) => value)
}
