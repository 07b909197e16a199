import type { ChatError, Fact } from '@parlance/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeFacts } from './codec.ts'
import { readFacts } from './facts.ts'
import { readServerPayload } from './payloads.ts'
import { damaged } from './testing/arbitraries/damaged.ts'
import { fact as anyFact } from './testing/arbitraries/fact.ts'

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const through = (facts: readonly Fact[], reports: ChatError[] = []) => {
  const text = encodeFacts(
    facts.map(one => JSON.stringify(one)),
    { at: 7 },
  )
  return readServerPayload(JSON.parse(text), error => reports.push(error))
}

describe('facts on the wire', () => {
  it('[SEC1] any facts come out as they went in', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 5 }), facts => {
        const reports: ChatError[] = []
        const reading = through(facts, reports)
        expect(reports).toEqual([])
        expect(plain(reading.ok && reading.value)).toEqual(plain({ t: 'facts', facts, token: { at: 7 } }))
      }),
      { numRuns: 500 },
    )
  })

  it('an error in a refusal comes out as a ChatError with all its fields', () => {
    const [refused] = readFacts(
      [
        {
          type: 'refused',
          origin: 'live',
          localId: 'l',
          error: { code: 'rateLimited', message: 'Slow.', retryable: true, effect: 'none', retryAfterMs: 9 },
        },
      ],
      () => {},
    )
    expect(refused?.type === 'refused' && refused.error.toJSON()).toEqual({
      code: 'rateLimited',
      message: 'Slow.',
      retryable: true,
      effect: 'none',
      retryAfterMs: 9,
    })
  })

  it('[RCV8] damage to one fact never throws and never touches its neighbours', () => {
    fc.assert(
      fc.property(
        anyFact.chain(fact => fc.tuple(anyFact, damaged(fact), anyFact)),
        ([before, broken, after]) => {
          const reports: ChatError[] = []
          const facts = readFacts([plain(before), broken, plain(after)], error => reports.push(error))
          expect(facts.length).toBeGreaterThanOrEqual(2)
          expect(plain(facts[0])).toEqual(plain(before))
          expect(plain(facts.at(-1))).toEqual(plain(after))
          if (facts.length === 2) expect(reports.at(-1)?.code).toBe('protocol')
        },
      ),
      { numRuns: 500 },
    )
  })

  it('[RCV8] an event of an unknown type is reported as protocol and left out', () => {
    const reports: ChatError[] = []
    expect(readFacts([{ type: 'applause', origin: 'live', emoji: '👍' }], error => reports.push(error))).toEqual([])
    expect(reports.map(({ code }) => code)).toEqual(['protocol'])
  })

  it('[SEC4] a report says where the fault is, not what stood there', () => {
    const reports: ChatError[] = []
    readFacts([{ type: 'message', origin: 'live', message: { conversation: 'secret words', from: 'bob', id: '1', body: {} } }], error =>
      reports.push(error),
    )
    expect(reports[0]?.path).toBe('message.conversation')
    expect(JSON.stringify(reports)).not.toContain('secret')
  })

  it('[SEC1] an id may have 512 characters, not 513, and never none', () => {
    const recalled = (by: string) =>
      readFacts([{ type: 'recalled', origin: 'live', target: { id: '1' }, by, as: 'author' }], () => {}).length
    expect([recalled('x'.repeat(512)), recalled('x'.repeat(513)), recalled('')]).toEqual([1, 0, 0])
  })

  it('[ID4] ids and keys named __proto__ and constructor are data like any other', () => {
    const text = `{"type":"message","origin":"live","message":{"conversation":"group:__proto__","from":"constructor","id":"__proto__",
      "body":{"type":"text","text":"hi","__proto__":{"text":"no"}},"ext":{"__proto__":{"polluted":true}}}}`
    const [fact] = readFacts([JSON.parse(text)], () => {})
    expect(fact?.type === 'message' && fact.message.body).toEqual({ type: 'text', text: 'hi' })
    expect(JSON.stringify(fact?.type === 'message' && fact.message.ext)).toBe('{"__proto__":{"polluted":true}}')
    expect('polluted' in {}).toBe(false)
  })

  it('[SEC1] JSON that nests too deep to be written on is refused', () => {
    const nest = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))
    const ephemeral = (data: unknown) =>
      readFacts([{ type: 'ephemeral', origin: 'live', conversation: 'group:1', from: 'bob', name: 'x', data }], () => {}).length
    expect([ephemeral(nest(60)), ephemeral(nest(70)), ephemeral(nest(100_000))]).toEqual([1, 0, 0])
  })
})
