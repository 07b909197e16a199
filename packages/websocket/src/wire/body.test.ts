import type { Body } from '@parlance/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyForWire, bodySchema, outgoingBodySchema } from './body.ts'
import { read } from './schema.ts'
import { body as anyBody } from './testing/arbitraries/body.ts'
import { damaged } from './testing/arbitraries/damaged.ts'

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

  it('[SEC2] so is a picture on the web, and a thumbnail that is no image as data', () => {
    const pathOf = (raw: unknown): string | undefined => {
      const refused = sent(raw)
      return refused.ok ? 'taken' : refused.error.path
    }
    const attachment = { name: 'a', mime: 'image/png', size: 1, url: 'https://x/1' }
    expect(pathOf({ type: 'urlImage', url: 'javascript:alert(1)' })).toBe('url')
    expect(pathOf({ type: 'urlImage', url: 'https://x/1' })).toBe('taken')
    for (const thumbnail of ['https://x/1', 'data:text/html,x', 'blob:1'])
      for (const type of ['image', 'video']) expect(pathOf({ type, attachment, thumbnail })).toBe('thumbnail')
    expect(pathOf({ type: 'image', attachment, thumbnail: 'data:image/png;base64,AA==' })).toBe('taken')
  })

  it('[SEC1] a place is on earth, and nothing lasts less than no time', () => {
    const attachment = { name: 'a', mime: 'audio/mpeg', size: 1 }
    const off: readonly [string, unknown][] = [
      ['lat', { type: 'location', lat: 90.1, lng: 0 }],
      ['lat', { type: 'location', lat: null, lng: 0 }],
      ['lng', { type: 'location', lat: 0, lng: -180.1 }],
      ['durationMs', { type: 'audio', attachment, durationMs: -1 }],
      ['width', { type: 'video', attachment, width: '3' }],
    ]
    for (const [path, raw] of off) {
      const refused = sent(raw)
      expect(refused.ok ? 'taken' : refused.error.path).toBe(path)
      expect(received(raw)).toEqual({ ok: true, value: { type: 'unknown', original: raw } })
    }
    for (const [lat, lng] of [
      [90, 180],
      [-90, -180],
    ])
      expect(sent({ type: 'location', lat, lng }).ok).toBe(true)
  })

  it('[SEC1] mentions are users or everyone, and nothing else', () => {
    const mentions = (who: unknown) => sent({ type: 'text', text: 'hi', mentions: who }).ok
    expect([mentions(['bob']), mentions('everyone'), mentions('all'), mentions([7])]).toEqual([true, true, false, false])
  })

  it('[NTC1] a notice comes from the server alone: handed in, it is refused', () => {
    const notice = { type: 'notice', event: 'joined', users: ['bob'] }
    expect(received(notice)).toEqual({ ok: true, value: notice })
    const refused = sent(notice)
    expect(refused.ok ? 'taken' : [refused.error.code, refused.error.path]).toEqual(['protocol', 'type'])
    expect(received({ type: 'notice', event: 'exploded' })).toMatchObject({ value: { type: 'unknown' } })
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
      fc.property(fc.oneof(fc.jsonValue(), anyBody.chain(damaged)), raw => {
        const body = received(raw)
        if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) expect(body.ok).toBe(true)
        else expect(body.ok).toBe(false)
        expect(typeof sent(raw).ok).toBe('boolean')
      }),
    )
  })
})
