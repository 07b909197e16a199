import type { Intent } from '../src/protocol/intent.ts'
import type { StampedFact } from '../src/protocol/stampedFact.ts'
import { ChatState } from '../src/reduce/chatState.ts'
import type { FoldedChat } from '../src/testing/fold/foldedChat.ts'
import type { FoldInput } from '../src/testing/fold/foldFacts.ts'
import { reducedChat } from './reducedChat.ts'

/** What the real reducer makes of batches of facts, one after the other. A fact that it can't apply fails the test. */
export const reduced = (
  { self, ids, intents = [] }: Omit<FoldInput, 'facts'>,
  batches: readonly (readonly StampedFact[])[],
): FoldedChat => {
  const state = new ChatState({ self, idsAreGlobal: ids === 'global', dayOf: at => Math.floor(at / 86_400_000) })
  const apply = (facts: readonly StampedFact[], changes: readonly Intent[]): void => {
    const fault = state.apply(facts, changes).errors.find(({ code }) => code === 'internal')
    if (fault !== undefined) throw fault.cause
  }
  apply([], intents)
  for (const batch of batches) apply(batch, [])
  return reducedChat(state)
}
