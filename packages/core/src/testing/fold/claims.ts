import type { Authority, Edited, Recalled } from '../../model/message.ts'
import type { UserId } from '../../model/ids.ts'
import type { StampedFact } from '../../protocol/stampedFact.ts'
import { greatest } from './greatest.ts'
import type { MessageClass } from './messageClass.ts'
import { type IdScope, namesIn } from './messageName.ts'

type Told<Type extends StampedFact['type']> = Extract<StampedFact, { type: Type }>
export type Edit = Told<'edited'>

/** What was done to a message after it was sent. */
export interface Changes {
  readonly recalled?: Recalled
  readonly edit?: Edit
  readonly edited?: Edited
  readonly deleted: boolean
  /** When this device first heard that it no longer counts: recalled or deleted. */
  readonly goneSeq: number | undefined
}

export const changesOf = (scope: IdScope, facts: readonly StampedFact[], message: MessageClass): Changes => {
  const named = (names: readonly string[]): boolean => names.some(name => message.names.has(name))
  const valid = (claim: { readonly by: UserId; readonly as: Authority }): boolean =>
    claim.as !== 'author' || claim.by === message.content.from

  const recalls: Told<'recalled'>[] = []
  const edits: Edit[] = []
  const deletions: Told<'deleted'>[] = []
  for (const fact of facts) {
    if (fact.type === 'recalled' && named(namesIn(scope, fact.target)) && valid(fact)) recalls.push(fact)
    if (fact.type === 'edited' && named(namesIn(scope, fact.target)) && valid(fact)) edits.push(fact)
    if (fact.type === 'deleted' && 'exactly' in fact.target) {
      if (fact.target.exactly.some(ref => named(namesIn(scope, ref, fact.conversation)))) deletions.push(fact)
    }
  }

  const recall = [...recalls].sort(byPrecedence)[0]
  const edit = greatest(edits, fact => ({ body: fact.body, ext: fact.ext, by: fact.by, at: fact.at, as: fact.as }))
  const gone = [...recalls, ...deletions].map(({ seq }) => seq)
  return {
    ...(recall !== undefined && { recalled: { by: recall.by, as: recall.as, ...(recall.at !== undefined && { at: recall.at }) } }),
    ...(edit !== undefined && { edit, edited: { by: edit.by, as: edit.as, ...(edit.at !== undefined && { at: edit.at }) } }),
    deleted: deletions.length > 0,
    goneSeq: gone.length > 0 ? Math.min(...gone) : undefined,
  }
}

/** Of several valid recalls the one with the least (at, as, by) is shown [RCL3]. */
const byPrecedence = (a: Recalled, b: Recalled): number => {
  const times = [a.at ?? Infinity, b.at ?? Infinity] as const
  if (times[0] !== times[1]) return times[0] - times[1]
  if (a.as !== b.as) return a.as < b.as ? -1 : 1
  return a.by < b.by ? -1 : 1
}
