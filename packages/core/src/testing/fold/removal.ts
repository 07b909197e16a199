import type { ConversationId } from '../../model/ids.ts'
import type { Position } from '../../model/position.ts'
import type { StampedFact } from '../../protocol/stampedFact.ts'

/** What was taken out of a conversation as a whole [CNV3, DEL1]. */
export interface Removal {
  /** Messages at or below never show. */
  readonly clearedThrough: Position | undefined
  /** Set if the conversation was removed from the list: only something above this, or later than `seq`, brings it back. */
  readonly hidden: { readonly through: Position | undefined; readonly seq: number } | undefined
}

export const removalOf = (conversation: ConversationId, facts: readonly StampedFact[]): Removal => {
  const cleared: Position[] = []
  const hidden: Position[] = []
  const seqs: number[] = []
  for (const fact of facts) {
    if (fact.type === 'deleted' && fact.conversation === conversation && 'through' in fact.target) cleared.push(fact.target.through)
    if (fact.type !== 'conversationRemoved' || fact.conversation !== conversation) continue
    seqs.push(fact.seq)
    if (fact.through !== undefined) hidden.push(fact.through)
    if (fact.through !== undefined && fact.withHistory) cleared.push(fact.through)
  }
  return {
    clearedThrough: cleared.sort().at(-1),
    hidden: seqs.length > 0 ? { through: hidden.sort().at(-1), seq: Math.max(...seqs) } : undefined,
  }
}
