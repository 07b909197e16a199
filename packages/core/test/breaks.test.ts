import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as edits from '../src/reduce/edits.ts'
import type * as messages from '../src/reduce/messages.ts'
import type * as receipts from '../src/reduce/receipts.ts'
import type * as recall from '../src/reduce/recall.ts'
import type * as unread from '../src/select/unread.ts'
import type { MemberWatermarks as Watermarks } from '../src/state/memberWatermarks.ts'
import type { StampedFact } from '../src/protocol/stampedFact.ts'
import { disorder } from '../src/testing/generate/disorder.ts'
import { type History, history } from '../src/testing/generate/history.ts'
import { converges } from './converges.ts'
import { SELF } from './story.ts'

// Each test breaks one small module of the real reducer on purpose, loads the reducer anew around it, and shows that the
// property of convergence.test.ts sees it.

const RUNS = { numRuns: 300, seed: 20_260_101 } as const

/** Runs the property with the reducer as the mocks have it, and gives back the smallest history that it fails on. */
const failure = async (prepare: () => void = () => undefined): Promise<History | undefined> => {
  const { reduced } = await import('./reduced.ts')
  const prepared: typeof reduced = (...given) => {
    prepare()
    return reduced(...given)
  }
  const { failed, counterexample } = fc.check(
    fc.property(history({ steps: 60 }), disorder, disorder, (given, ...orders) => converges(prepared, given, orders)),
    RUNS,
  )
  return failed ? counterexample?.[0] : undefined
}

const kindsIn = (given: History | undefined): readonly StampedFact['type'][] => [...new Set(given?.facts.map(({ type }) => type))]

beforeEach(() => {
  vi.resetModules()
})
afterEach(() => {
  for (const path of ['reduce/edits', 'reduce/recall', 'reduce/messages', 'reduce/receipts', 'select/unread'])
    vi.doUnmock(`../src/${path}.ts`)
  vi.restoreAllMocks()
})

describe('the convergence property', () => {
  it('[CVG1] holds for the reducer as it is', async () => {
    expect(await failure()).toBeUndefined()
  })

  it('[EDT1] fails if the latest edit wins by arrival', async () => {
    let arrival = 0
    vi.doMock('../src/reduce/edits.ts', async original => {
      const real = await original<typeof edits>()
      const applyEdit: typeof real.applyEdit = ({ version: _ignored, ...fact }, batch) => {
        arrival += 1
        real.applyEdit({ ...fact, seq: arrival }, batch)
      }
      return { ...real, applyEdit }
    })
    expect(kindsIn(await failure())).toContain('edited')
  })

  it('[RCL2] fails if an early recall is dropped', async () => {
    vi.doMock('../src/reduce/recall.ts', async original => {
      const real = await original<typeof recall>()
      const applyRecall: typeof real.applyRecall = (fact, batch) => {
        if (batch.find(fact.target) !== undefined) real.applyRecall(fact, batch)
      }
      return { ...real, applyRecall }
    })
    expect(kindsIn(await failure())).toContain('recalled')
  })

  it('[RCP1] fails if a watermark is overwritten', async () => {
    const { MemberWatermarks, noWatermarks } = await import('../src/state/memberWatermarks.ts')
    const { move } = MemberWatermarks.prototype
    vi.spyOn(MemberWatermarks.prototype, 'move').mockImplementation(function overwrite(this: Watermarks, user, kind, to) {
      let others = noWatermarks
      for (const mark of this.all()) {
        if (mark.user === user) continue
        if (mark.deliveredUpTo !== undefined) others = move.call(others, mark.user, 'delivered', mark.deliveredUpTo)
        if (mark.readUpTo !== undefined) others = move.call(others, mark.user, 'read', mark.readUpTo)
      }
      return move.call(others, user, kind, to)
    })
    expect(kindsIn(await failure())).toContain('receipt')
  })

  it('[UNR2] fails if unread is incremented', async () => {
    const counts = new Map<string, number>()
    vi.doMock('../src/reduce/messages.ts', async original => {
      const real = await original<typeof messages>()
      const applyMessage: typeof real.applyMessage = (slice, fact, batch) => {
        const counted = fact.message.from !== SELF && fact.message.body.type !== 'command'
        counts.set(slice.id, (counts.get(slice.id) ?? 0) + (counted ? 1 : 0))
        real.applyMessage(slice, fact, batch)
      }
      return { ...real, applyMessage }
    })
    vi.doMock('../src/reduce/receipts.ts', async original => {
      const real = await original<typeof receipts>()
      const applyReceipt: typeof real.applyReceipt = (fact, batch) => {
        if (fact.user === SELF && fact.kind === 'read' && fact.conversation !== undefined) counts.set(fact.conversation, 0)
        real.applyReceipt(fact, batch)
      }
      return { ...real, applyReceipt }
    })
    vi.doMock('../src/select/unread.ts', async original => {
      const real = await original<typeof unread>()
      const unreadOf: typeof real.unreadOf = (slice, self) => ({ ...real.unreadOf(slice, self), count: counts.get(slice.id) ?? 0 })
      return { ...real, unreadOf }
    })
    expect(kindsIn(await failure(() => counts.clear()))).toContain('message')
  })

  it('[RCV1] fails if a page that comes twice is inserted twice', async () => {
    let copies = 0
    vi.doMock('../src/reduce/messages.ts', async original => {
      const real = await original<typeof messages>()
      const applyMessage: typeof real.applyMessage = (slice, fact, batch) => {
        const { localId: _ignored, ...message } = fact.message
        const isDouble = fact.origin === 'history' && batch.find(fact.message, slice.id) !== undefined
        if (isDouble) copies += 1
        real.applyMessage(slice, isDouble ? { ...fact, message: { ...message, id: `copy ${copies}` } } : fact, batch)
      }
      return { ...real, applyMessage }
    })
    expect(kindsIn(await failure())).toContain('message')
  })
})
