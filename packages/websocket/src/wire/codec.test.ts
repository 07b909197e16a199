import { chatError } from '@parlance/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DATA_OVERHEAD, decodeClientFrame, decodeServerFrame, encodeData, encodeFrame } from './codec.ts'
import type { ClientFrame, ServerFrame } from './frames.ts'
import { readClientPayload, readServerPayload } from './payloads.ts'
import { damaged } from './testing/arbitraries/damaged.ts'
import { utf8Length } from './utf8Length.ts'

const codeOf = (reading: ReturnType<typeof decodeClientFrame> | ReturnType<typeof decodeServerFrame>) =>
  reading.ok ? 'ok' : reading.error.code

const clientFrames: readonly ClientFrame[] = [
  { t: 'hello', v: 1, user: 'alice', token: 't', device: 'd' },
  { t: 'hello', v: 1, user: '__proto__', token: '', device: 'd', session: 's', received: 4, resume: { number: 4 } },
  { t: 'beat', sent: 3, ack: 2, want: [1, 2] },
  { t: 'beat', sent: 0, ack: 0, answer: true },
  { t: 'data', n: 1, ack: 0, data: { t: 'renew', token: 't' } },
]
const serverFrames: readonly ServerFrame[] = [
  { t: 'bye', error: chatError('authRejected') },
  { t: 'fault', error: chatError('tooLarge', { limit: 7 }) },
  { t: 'beat', sent: 3, ack: 2 },
  { t: 'data', n: 9, ack: 4, data: [] },
]

describe('frames', () => {
  it('come out as they went in', () => {
    for (const frame of clientFrames) expect(decodeClientFrame(encodeFrame(frame), 1_000)).toEqual({ ok: true, value: frame })
    for (const frame of serverFrames) expect(decodeServerFrame(encodeFrame(frame), 1_000)).toEqual({ ok: true, value: frame })
  })

  it('a numbered frame adds no more around its payload than it says', () => {
    const most = Number.MAX_SAFE_INTEGER
    expect(encodeData(most, most, '').length).toBeLessThanOrEqual(DATA_OVERHEAD)
    expect(decodeClientFrame(encodeData(7, 6, '{"x":1}'), 100)).toEqual({ ok: true, value: { t: 'data', n: 7, ack: 6, data: { x: 1 } } })
  })

  it('[SEC1] whatever text comes, decoding never throws and says protocol', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .constantFrom(...clientFrames)
        .chain(damaged)
        .map(raw => JSON.stringify([raw]).slice(1, -1)),
    )
    fc.assert(
      fc.property(text, frame => {
        for (const reading of [decodeClientFrame(frame, 1e6), decodeServerFrame(frame, 1e6)])
          expect(['ok', 'protocol']).toContain(codeOf(reading))
      }),
      { numRuns: 1_000 },
    )
    fc.assert(
      fc.property(fc.jsonValue(), raw => {
        expect(typeof readClientPayload(raw).ok).toBe('boolean')
        expect(typeof readServerPayload(raw, () => {}).ok).toBe('boolean')
      }),
    )
  })

  it('[SEC1] a frame above its bound is tooLarge, and is never parsed', () => {
    const long = `{"t":"beat","sent":0,"ack":0,"x":"${'é'.repeat(100)}"}`
    expect(codeOf(decodeClientFrame(long, utf8Length(long)))).toBe('ok')
    const refused = decodeClientFrame(long, utf8Length(long) - 1)
    expect(refused.ok ? undefined : refused.error.toJSON()).toMatchObject({ code: 'tooLarge', limit: utf8Length(long) - 1 })
    // Not JSON: parsed, it would be `protocol`.
    expect(codeOf(decodeServerFrame('{'.repeat(50), 49))).toBe('tooLarge')
  })

  it('[SEC1] numbers are whole, from 1, and can be counted on', () => {
    for (const n of [0, -1, 1.5, 2 ** 53, '1', null])
      expect(codeOf(decodeClientFrame(JSON.stringify({ t: 'data', n, ack: 0, data: {} }), 1e3))).toBe('protocol')
    const want = Array.from({ length: 65 }, (_, index) => index)
    expect(codeOf(decodeClientFrame(JSON.stringify({ t: 'beat', sent: 0, ack: 0, want }), 1e3))).toBe('protocol')
  })

  it('bytes are counted as UTF-8 has them', () => {
    const text = fc.array(fc.integer({ min: 0, max: 0xffff })).map(units => String.fromCharCode(...units))
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), units => {
        expect(utf8Length(units)).toBe(new TextEncoder().encode(units).length)
      }),
    )
  })
})
