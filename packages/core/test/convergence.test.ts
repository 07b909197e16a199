import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../src/model/json.ts'
import { foldFacts } from '../src/testing/fold/foldFacts.ts'
import { disorder } from '../src/testing/generate/disorder.ts'
import { history } from '../src/testing/generate/history.ts'
import { comparable } from './comparable.ts'
import { converges } from './converges.ts'
import { reduced } from './reduced.ts'
import { stampedByIngress } from './stampedByIngress.ts'

/** Histories in all; cut up so that a slow machine shows where it is. */
const RUNS = 2_400
const PARTS = [1, 2, 3, 4]

describe('one set of stamped facts, in any order, doubled, in any batches', () => {
  for (const part of PARTS) {
    it(`[CVG1] ends in the state that the fold computes from the set, part ${part} of ${PARTS.length}`, { timeout: 60_000 }, () => {
      fc.assert(
        fc.property(history({ steps: 120 }), disorder, disorder, (given, ...orders) => converges(reduced, given, orders)),
        { numRuns: RUNS / PARTS.length },
      )
    })
  }

  it('[CVG2] holds for the stamps of the real ingress, too', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(history({ steps: 120 }), disorder, disorder, (given, ...orders) =>
        converges(reduced, { ...given, ...stampedByIngress(given) }, orders),
      ),
      { numRuns: RUNS / PARTS.length },
    )
  })

  it('[CVG1] folds to the same, too: the fold looks at no order', () => {
    fc.assert(
      fc.property(history({ steps: 60 }), disorder, ({ self, policy, intents, facts }, order) => {
        const input = { self, ids: policy.ids, intents }
        const [told, dealt] = [facts, order.deal(facts).flat()].map(each => comparable(self, foldFacts({ ...input, facts: each })))
        expect(canonicalJson(dealt)).toBe(canonicalJson(told))
      }),
      { numRuns: 200 },
    )
  })
})
