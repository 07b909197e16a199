import fc from 'fast-check'
import type { Intent } from '../../protocol/intent.ts'
import type { StampedFact } from '../../protocol/stampedFact.ts'
import type { Arrival } from './arrival.ts'
import { simulate } from './simulate.ts'
import { stampArrivals } from './stampArrivals.ts'
import { step } from './step.ts'
import { storedIn, type Policy, type Truth } from './truth.ts'
import { CONVERSATIONS, pick, SELF } from './world.ts'

/** A backend's history as one device met it: stamped once, in the order of arrival. */
export interface History {
  readonly self: typeof SELF
  readonly policy: Policy
  readonly truth: Truth
  readonly arrivals: readonly Arrival[]
  readonly facts: readonly StampedFact[]
  readonly intents: readonly Intent[]
}

const policy: fc.Arbitrary<Policy> = fc.record({
  ids: fc.constantFrom('global', 'conversation'),
  order: fc.constantFrom('atAck', 'late'),
  versions: fc.boolean(),
  opened: fc.boolean(),
})

/** A removal that I asked for and the backend hasn't answered: of which conversation, through which of its messages, when. */
const removal = fc.option(fc.record({ conversation: fc.nat(6), index: fc.nat(8), seq: fc.nat(200) }))

/**
 * Whole backend histories of up to `steps` steps: users, conversations, messages, edits, recalls, deletions, receipts, lists,
 * pages, gaps and the rest, as they reach a device: late, twice, or before what they are about. A failure prints the stamped facts.
 * @example
 * fc.assert(fc.property(history({ steps: 30 }), ({ facts }) => foldFacts({ self: 'alice', ids: 'global', facts }).list.length > 0))
 */
export const history = ({ steps }: { readonly steps: number }): fc.Arbitrary<History> =>
  fc.tuple(policy, fc.array(step, { minLength: 1, maxLength: steps, size: 'max' }), removal).map(([backend, script, asked]) => {
    const { truth, arrivals } = simulate(backend, script)
    const { facts, intents } = stampArrivals(arrivals)
    const removals = asked === null ? [] : removalOf(truth, asked)
    const made = { self: SELF, policy: backend, truth, arrivals, facts, intents: [...intents, ...removals] }
    return Object.assign(made, { [fc.toStringMethod]: () => printed(made) })
  })

const removalOf = (
  truth: Truth,
  { conversation: which, index, seq }: { readonly conversation: number; readonly index: number; readonly seq: number },
): readonly Intent[] => {
  const conversation = pick(CONVERSATIONS, which)
  if (conversation === undefined) return []
  const through = storedIn(truth, conversation)[index]?.copies[0]?.position
  return [{ type: 'removal', conversation, removal: { withHistory: false, seq, ...(through !== undefined && { through }) } }]
}

const printed = ({ policy: { ids }, intents, facts }: History): string =>
  JSON.stringify({ ids, intents, facts }, undefined, 1).replaceAll(/\n\s{4,}/g, ' ')
