import type { StampedFact } from '../protocol/stampedFact.ts'
import type { ChatState } from '../reduce/chatState.ts'
import type { Blocklist } from '../state/blocklist.ts'
import { conversationFacts } from './conversationFacts.ts'
import { versionOf } from './versionOf.ts'
import { waitingFacts } from './waitingFacts.ts'

/** Facts that join to a state: the whole of it, as far as facts made it. What this device wants is not among them. */
export function* stateFacts(state: ChatState): Iterable<StampedFact> {
  if (state.gapSeq > 0) yield { type: 'gap', seq: state.gapSeq }
  for (const slice of state.conversations()) yield* conversationFacts(slice, state)
  for (const { target, facts } of state.early()) yield* waitingFacts(target, facts, state.self)
  yield* blocklistFacts(state.blocklist)
}

function* blocklistFacts({ users, whole }: Blocklist): Iterable<StampedFact> {
  const fact = { type: 'blocklist', origin: 'history' } as const
  if (whole !== undefined) yield { ...fact, whole: true, blocked: whole.value, ...versionOf(whole), seq: whole.seq }
  for (const [user, blocked] of users) {
    yield { ...fact, ...(blocked.value ? { blocked: [user] } : { unblocked: [user] }), ...versionOf(blocked), seq: blocked.seq }
  }
}
