import { describe, expect, it } from 'vitest'
import type { Body } from '../model/body.ts'
import { direct } from '../model/ids.ts'
import type { OutgoingMessage } from '../protocol/remoteMessage.ts'
import { scriptedTransport } from '../../test/scriptedTransport.ts'
import type { BodyLimits } from './validateBody.ts'
import { validateEdit, validateOutgoing } from './validateOutgoing.ts'

const { capabilities } = scriptedTransport().transport
const limits: BodyLimits = { capabilities, uploads: true, rules: undefined, fold: id => id }
const bare = { ...limits, capabilities: { ...capabilities, maxMessageBytes: 1_000_000 } }

const message = (parts: object): OutgoingMessage => ({
  conversation: direct('bob'),
  localId: 'l1',
  body: { type: 'text', text: 'hi' },
  ...parts,
})
const custom = (data: unknown): OutgoingMessage => message({ body: { type: 'custom', event: 'order', data } })
const image = (attachment: object): OutgoingMessage =>
  message({ body: { type: 'image', attachment: { name: 'a.png', mime: 'image/png', size: 3, ...attachment } } })

const verdict = (asked: OutgoingMessage, by: BodyLimits = bare): object => {
  const outcome = validateOutgoing(asked, by)
  if (outcome.ok) return { ok: true }
  const { code, path, limit } = outcome.error
  return { code, ...(path !== undefined && { path }), ...(limit !== undefined && { limit }) }
}

const cyclic: { list: unknown[] } = { list: [] }
cyclic.list.push({ back: cyclic })

const deep = (levels: number): unknown => {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = { a: value }
  return value
}

describe("[SND11] what can't be sent is known before it is queued", () => {
  it.each<[string, unknown, string]>([
    ['a function', { items: [{ run: () => 1 }] }, 'ext.items[0].run'],
    ['undefined in a list', { items: [1, undefined] }, 'ext.items[1]'],
    ['a hole in a list', { items: Array(2) }, 'ext.items[0]'],
    ['NaN', { order: { price: Number.NaN } }, 'ext.order.price'],
    ['infinity', { far: Number.POSITIVE_INFINITY }, 'ext.far'],
    ['a bigint', { big: 1n }, 'ext.big'],
    ['a symbol', { sign: Symbol('s') }, 'ext.sign'],
    ['a cycle', cyclic, 'ext.list[0].back'],
    ['a date', { at: new Date(0) }, 'ext.at'],
    ['a Map', { map: new Map() }, 'ext.map'],
    ['null as a whole', null, 'ext'],
    ['a list as a whole', [1], 'ext'],
    ['a text as a whole', 'x', 'ext'],
    ['an odd key', { 'a b': { 'c.d': undefined, e: () => 1 } }, 'ext["a b"].e'],
  ])('ext with %s is invalid, and the path says where', (_what, ext, path) => {
    expect(verdict(message({ ext }))).toEqual({ code: 'invalid', path })
  })

  it('custom data is held to the same', () => {
    expect(verdict(custom({ items: [{}, { count: Number.NaN }] }))).toEqual({ code: 'invalid', path: 'body.data.items[1].count' })
    expect(verdict(custom(null))).toEqual({ code: 'invalid', path: 'body.data' })
    expect(verdict(message({ body: { type: 'command', action: 'go', params: { f: () => 1 } } }))).toEqual({
      code: 'invalid',
      path: 'body.params.f',
    })
  })

  it('nesting is bounded, and legal up to the bound', () => {
    expect(verdict(message({ ext: deep(60) }))).toEqual({ ok: true })
    expect(verdict(message({ ext: deep(10_000) }))).toMatchObject({ code: 'invalid' })
  })

  it('a getter that throws is invalid, not a throw', () => {
    const trap = {
      get boom(): number {
        throw new Error('no')
      },
    }
    expect(verdict(message({ ext: trap }))).toMatchObject({ code: 'invalid' })
  })

  it('a message over the bound is tooLarge, with the bound in bytes', () => {
    expect(verdict(message({ body: { type: 'text', text: 'x'.repeat(5_000) } }), limits)).toEqual({
      code: 'tooLarge',
      path: 'body',
      limit: 4_096,
    })
    // 2,000 characters, three bytes each.
    expect(verdict(message({ body: { type: 'text', text: '✓'.repeat(2_000) } }), limits)).toEqual({
      code: 'tooLarge',
      path: 'body',
      limit: 4_096,
    })
    expect(verdict(message({ ext: { note: 'x'.repeat(5_000) } }), limits)).toEqual({ code: 'tooLarge', path: 'ext', limit: 4_096 })
    expect(verdict(message({ body: { type: 'text', text: 'x'.repeat(4_000) } }), limits)).toEqual({ ok: true })
  })

  it('a file over the bound is tooLarge, whatever size it is said to have', () => {
    const file = new Blob(['x'.repeat(10_001)])
    expect(verdict(image({ file, size: 1 }))).toEqual({ code: 'tooLarge', path: 'body.attachment', limit: 10_000 })
  })

  it.each(['javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', 'data:image/svg+xml,x', 'file:///etc/passwd', 'no url', ''])(
    'an attachment with the URL %s is invalid [SEC2]',
    url => {
      expect(verdict(image({ url }))).toEqual({ code: 'invalid', path: 'body.attachment.url' })
    },
  )

  it.each(['https://a.example/x.png', 'http://a.example/x.png', 'blob:https://a.example/1', 'data:image/png;base64,AAAA'])(
    'an attachment with the URL %s is fine [SEC2]',
    url => {
      expect(verdict(image({ url }))).toEqual({ ok: true })
    },
  )

  it('an attachment needs a file or a URL', () => {
    expect(verdict(image({}))).toEqual({ code: 'invalid', path: 'body.attachment' })
    expect(verdict(image({ file: 'not a blob' }))).toEqual({ code: 'invalid', path: 'body.attachment.file' })
    expect(verdict(message({ body: { type: 'image' } }))).toEqual({ code: 'invalid', path: 'body.attachment' })
  })

  it('[ATT1] an application says which files may be sent: by media type, by extension and by size', () => {
    const rules = { image: { types: ['image/png', 'image/gif'], extensions: ['png', '.GIF'], maxBytes: 5 } }
    const judge = (attachment: object): object => verdict(image({ url: 'https://a.example/x', ...attachment }), { ...limits, rules })
    expect(judge({})).toEqual({ ok: true })
    expect(judge({ mime: 'IMAGE/PNG; charset=binary', name: 'A.PNG' })).toEqual({ ok: true })
    expect(judge({ mime: 'image/webp' })).toEqual({ code: 'invalid', path: 'body.attachment.mime' })
    expect(judge({ name: 'a.png.exe' })).toEqual({ code: 'invalid', path: 'body.attachment.name' })
    expect(judge({ name: 'a.gif' })).toEqual({ ok: true })
    expect(judge({ name: 'no extension' })).toEqual({ ok: true })
    expect(judge({ size: 6 })).toEqual({ code: 'tooLarge', path: 'body.attachment', limit: 5 })
  })

  it('[SND11] a backend that carries strings alone gets numbers and truth values written out, and nothing that nests', () => {
    const strings = { ...limits, capabilities: { ...capabilities, customValues: 'strings' as const } }
    const custom = (data: object) => validateOutgoing(message({ body: { type: 'custom', event: 'poll', data } }), strings)
    expect(custom({ a: 'x', b: 2, c: true })).toMatchObject({ ok: true, value: { body: { data: { a: 'x', b: '2', c: 'true' } } } })
    expect(custom({ a: { b: 1 } })).toMatchObject({ ok: false, error: { code: 'invalid', path: 'body.data.a' } })
  })

  it('what the backend has no place for is unsupported', () => {
    const { attachments: _none, ...without } = capabilities
    expect(verdict(image({ url: 'https://a.example/x.png' }), { ...limits, capabilities: without })).toMatchObject({ code: 'unsupported' })
    expect(verdict(image({ file: new Blob(['x']) }), { ...limits, uploads: false })).toMatchObject({ code: 'unsupported' })
  })

  it.each<[string, object, string]>([
    ['an empty mention', { body: { type: 'text', text: 'x', mentions: ['bob', ''] } }, 'body.mentions[1]'],
    ['an empty addressee', { to: [''] }, 'to[0]'],
    ['nobody to address', { to: [] }, 'to'],
    ['an empty answered id', { replyTo: { id: '' } }, 'replyTo.id'],
    ['an answer to nothing', { replyTo: {} }, 'replyTo'],
    ['a latitude beyond the pole', { body: { type: 'location', lat: 90.1, lng: 0 } }, 'body.lat'],
    ['a longitude that is none', { body: { type: 'location', lat: 0, lng: Number.NaN } }, 'body.lng'],
    ['a picture with a URL that could run', { body: { type: 'urlImage', url: 'javascript:alert(1)' } }, 'body.url'],
    [
      'a thumbnail that is somewhere else',
      {
        body: {
          type: 'video',
          attachment: { name: 'a', mime: 'video/mp4', size: 1, url: 'https://a.example' },
          thumbnail: 'https://a.example/t.png',
        },
      },
      'body.thumbnail',
    ],
    [
      'a film that is sent as a picture',
      { body: { type: 'image', attachment: { name: 'a', mime: 'video/mp4', size: 1, url: 'https://a.example' } } },
      'body.attachment.mime',
    ],
    ['a notice', { body: { type: 'notice', event: 'joined' } }, 'body.type'],
    ['an ext that is null', { ext: null }, 'ext'],
    ['an empty action', { body: { type: 'command', action: '' } }, 'body.action'],
    ['an empty event', { body: { type: 'custom', event: '', data: {} } }, 'body.event'],
    ['a text that is none', { body: { type: 'text', text: 7 } }, 'body.text'],
    [
      'a negative width',
      { body: { type: 'image', width: -1, attachment: { name: 'a', mime: 'image/png', size: 1, url: 'https://a.example' } } },
      'body.width',
    ],
    ['a body of no known type', { body: { type: 'hologram' } }, 'body.type'],
    ['a body that could only be read', { body: { type: 'unknown' } }, 'body.type'],
  ])('%s is invalid', (_what, parts, path) => {
    expect(verdict(message(parts))).toEqual({ code: 'invalid', path })
  })

  it('odd but legal input is fine [ID4]', () => {
    const ext = JSON.parse('{"__proto__":{"constructor":1},"a":null,"👩‍🚀":[]}') as unknown
    const outcome = validateOutgoing(message({ body: { type: 'text', text: '👩‍🚀' }, ext, to: ['__proto__', 'constructor'] }), limits)
    expect(outcome.ok && JSON.stringify(outcome.value.ext)).toBe('{"__proto__":{"constructor":1},"a":null,"👩‍🚀":[]}')
  })
})

describe('what is queued is a copy', () => {
  it('changing the original later changes nothing', () => {
    const ext = { order: { items: [1] } }
    const mentions = ['bob']
    const outcome = validateOutgoing(message({ body: { type: 'text', text: 'x', mentions }, ext }), limits)
    ext.order.items.push(2)
    mentions.push('carol')
    expect(outcome).toMatchObject({ ok: true, value: { ext: { order: { items: [1] } }, body: { mentions: ['bob'] } } })
  })

  it('ids are kept in the spelling of the backend [ID3]', () => {
    const outcome = validateOutgoing(message({ to: ['BOB'] }), { ...limits, fold: id => id.toLowerCase() })
    expect(outcome).toMatchObject({ ok: true, value: { to: ['bob'] } })
  })
})

describe('an edit of a sent message', () => {
  it('[SND11] is checked like a message, and may not bring a file', () => {
    const edit = (body: object): object => validateEdit(body as Body, limits)
    expect(edit({ type: 'text', text: 'new' })).toEqual({ ok: true, value: { type: 'text', text: 'new' } })
    expect(edit({ type: 'text', text: 'x'.repeat(5_000) })).toMatchObject({ ok: false, error: { code: 'tooLarge' } })
    expect(edit({ type: 'file', attachment: { name: 'a', mime: 'b', size: 1, file: new Blob(['x']) } })).toMatchObject({
      ok: false,
      error: { code: 'unsupported' },
    })
  })
})
