import type { Body } from '@parlance/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyForWire, bodySchema, outgoingBodySchema } from './body.ts'
import { read } from './schema.ts'
import * as any from './testing/arbitraries.ts'

const received = (raw: unknown) => read(bodySchema, raw)
const sent = (raw: unknown) => read(outgoingBodySchema, raw)

describe('bodies', () => {
  it('[RCV8] a body of a type that is not known here becomes unknown, with the original', () => {
    const poll = { type: 'poll', question: 'Where?', options: ['here', 'there'] }
    expect(received(poll)).toEqual({ ok: true, value: { type: 'unknown', original: poll } })
    expect(sent(poll)).toEqual({ ok: true, value: { type: 'unknown', original: poll } })
  })

  it('[RCV8] a known type that is wrong inside becomes unknown when it comes, and is refused when it is handed in', () => {
    const broken = { type: 'text', text: 7 }
    expect(received(broken)).toEqual({ ok: true, value: { type: 'unknown', original: broken } })
    const refused = sent(broken)
    expect(refused.ok ? '' : refused.error.path).toBe('text')
  })

  it('[SEC2] a URL that may not be followed is refused when it is handed in', () => {
    for (const url of ['javascript:alert(1)', ' https://x', 'java\nscript:1', 'data:text/html,x', 'file:///etc', 'ftp://x', '/relative']) {
      const refused = sent({ type: 'file', attachment: { name: 'a', mime: 'b', size: 1, url } })
      expect(refused.ok ? url : refused.error.path).toBe('attachment.url')
    }
  })

  it('what is only of this device stays here', () => {
    const local: Body = {
      type: 'image',
      width: 3,
      attachment: { name: 'a', mime: 'image/png', size: 1, file: new Blob(['x']), preview: 'blob:1' },
    }
    expect(bodyForWire(local)).toEqual({ type: 'image', width: 3, attachment: { name: 'a', mime: 'image/png', size: 1 } })
    expect(sent(JSON.parse(JSON.stringify({ type: 'file', attachment: { name: 'a', mime: 'b', size: 1, preview: 'blob:1' } })))).toEqual({
      ok: true,
      value: { type: 'file', attachment: { name: 'a', mime: 'b', size: 1 } },
    })
  })

  it('[SEC1] whatever JSON comes, reading it never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), any.body.chain(any.damaged)), raw => {
        const body = received(raw)
        if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) expect(body.ok).toBe(true)
        else expect(body.ok).toBe(false)
        expect(typeof sent(raw).ok).toBe('boolean')
      }),
    )
  })
})
