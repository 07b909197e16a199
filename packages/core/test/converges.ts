import { expect } from 'vitest'
import { canonicalJson } from '../src/model/json.ts'
import { foldFacts } from '../src/testing/fold/foldFacts.ts'
import type { Disorder } from '../src/testing/generate/disorder.ts'
import type { History } from '../src/testing/generate/history.ts'
import { comparable } from './comparable.ts'
import type { reduced } from './reduced.ts'

/** [CVG1]: whatever the order, a reducer ends where the fold does; so all orders end alike. */
export const converges = (reduce: typeof reduced, { self, policy, intents, facts }: History, orders: readonly Disorder[]): void => {
  const input = { self, ids: policy.ids, intents }
  const folded = comparable(self, foldFacts({ ...input, facts }))
  const expected = canonicalJson(folded)
  for (const order of orders) {
    const shown = comparable(self, reduce(input, order.deal(facts)))
    // equal texts are enough; the costly comparison is for the report
    if (canonicalJson(shown) !== expected) expect(shown).toEqual(folded)
  }
}
