import type { UserId } from '../model/ids.ts'
import type { MessageRef } from '../model/messageRef.ts'
import type { StampedFact } from '../protocol/stampedFact.ts'
import type { EarlyFacts } from '../reduce/earlyFacts.ts'
import { versionOf } from './versionOf.ts'

/** What was said of a message, whether it is here or not, as facts again. */
export function* waitingFacts(target: MessageRef, said: EarlyFacts, self: UserId): Iterable<StampedFact> {
  const fact = { origin: 'history', target } as const
  const exactly = { type: 'receipt', origin: 'history', target: { exactly: [target] } } as const
  for (const { recalled, seq } of said.claims ?? []) yield { ...fact, type: 'recalled', ...recalled, seq }
  for (const edit of said.edits ?? []) yield { ...fact, type: 'edited', ...edit.value, ...versionOf(edit), seq: edit.seq }
  for (const { emoji, user, active } of said.reactions ?? []) {
    yield { ...fact, type: 'reaction', emoji, user, active: active.value, ...versionOf(active), seq: active.seq }
  }
  if (said.counts !== undefined) yield { ...fact, type: 'readCount', ...said.counts, seq: 0 }
  for (const kind of ['delivered', 'read'] as const) {
    for (const user of said.exact?.[kind] ?? []) yield { ...exactly, user, kind, seq: 0 }
  }
  for (const { user, kind, seq } of said.waiting ?? []) {
    yield { type: 'receipt', origin: 'history', user, kind, target: { upTo: target }, seq }
  }
  if (said.readByMe !== undefined) {
    const { least, latest } = said.readByMe
    for (const seq of new Set([least, latest])) yield { ...exactly, user: self, kind: 'read', seq }
  }
  if (said.refused !== undefined) yield { type: 'refused', ...said.refused }
  if (said.deletedSeq !== undefined) yield { type: 'deleted', origin: 'history', target: { exactly: [target] }, seq: said.deletedSeq }
}
