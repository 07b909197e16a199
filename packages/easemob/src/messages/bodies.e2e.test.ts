import type { Attachment, Body } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { overTheWire } from '../../test/overTheWire.ts'
import { outgoing } from './outgoing.ts'

const elsewhere: Attachment = { name: 'lake.bin', mime: 'text/x-lake', size: 3, url: 'https://example.com/lake.bin', digest: 'ab12' }
const stored: Attachment = {
  name: 'lake 😀.png',
  mime: 'image/png',
  size: 3_000_000_000,
  url: 'http://127.0.0.1:9/org/app/chatfiles/9f?em-redirect=true&share-secret=s3',
}
const thumbnail = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='

const bodies: readonly (readonly [string, Body])[] = [
  ['a text', { type: 'text', text: 'a\n"b"\u2028<b>&amp; 👩‍👩‍👧‍👦' }],
  ['an empty text', { type: 'text', text: '' }],
  ['a text with mentions', { type: 'text', text: 'hello', mentions: ['__proto__', 'bob'] }],
  ['a text that mentions everyone', { type: 'text', text: 'hello', mentions: 'everyone' }],
  ['a picture in Easemob’s store', { type: 'image', attachment: stored, width: 4, height: 3, thumbnail }],
  ['a picture elsewhere', { type: 'image', attachment: elsewhere }],
  ['a picture of the web', { type: 'urlImage', url: 'https://example.com/lake.jpg?a=b', name: 'lake.jpg', width: 4, height: 3 }],
  ['a file', { type: 'file', attachment: elsewhere }],
  ['a sound, to the millisecond', { type: 'audio', attachment: stored, durationMs: 1_499 }],
  ['a film', { type: 'video', attachment: stored, durationMs: 61_001, width: 4, height: 3, thumbnail }],
  ['a place', { type: 'location', lat: -33.8568, lng: 151.2153, name: 'Opera House', address: 'Bennelong Point' }],
  ['a place without a name', { type: 'location', lat: 90, lng: -180 }],
  ['a command', { type: 'command', action: 'refresh', params: { since: 5, of: ['a', null] } }],
  ['a custom body', { type: 'custom', event: 'order', data: { total: 5, tax: 0.5, paid: false, items: [{ n: 1 }], no: null } }],
  ['a custom body that the SDK would spoil', { type: 'custom', event: 'poll', data: Object.fromEntries([['__proto__', { a: 1 }]]) }],
  ['an unknown body', { type: 'unknown', original: { type: 'hologram', size: 3 } }],
]

describe.each(['easemob-websdk', 'agora-chat'] as const)('over the wire of %s', sdk => {
  it.each(bodies)('%s comes out as it went in', async (_, body) => {
    const copy = await overTheWire(outgoing({ conversation: 'direct:bob', localId: '7', body }), sdk)
    expect(copy?.body).toEqual(body)
    expect(copy).not.toHaveProperty('ext')
  })

  it('the localId of a message stands beside it, whatever it looks like', async () => {
    const body = { type: 'text', text: 'x' } as const
    for (const localId of ['17', '__proto__', '😀'])
      expect((await overTheWire(outgoing({ conversation: 'direct:bob', localId, body }), sdk))?.localId).toBe(localId)
  })

  it('ext comes out as it went in, also what the SDK would spoil', async () => {
    const body = { type: 'text', text: 'x' } as const
    const exts = [
      { order: 7, 'a.b': ['😀'], nested: { constructor: 'x' }, no: null, yes: true, half: 0.5, minus: -3 },
      { large: 2 ** 60 },
      { parlance: 'mine' },
      Object.fromEntries([['__proto__', 'a']]),
    ]
    for (const ext of exts)
      expect((await overTheWire(outgoing({ conversation: 'direct:bob', localId: '7', body, ext }), sdk))?.ext).toEqual(ext)
  })

  it('what goes along comes along: an answer, whose words, for whom, and that a count is wanted', async () => {
    const copy = await overTheWire(
      outgoing({
        conversation: 'group:9',
        localId: '7',
        body: { type: 'text', text: 'x' },
        to: ['bob'],
        replyTo: { conversation: 'group:9', id: '41', from: 'carol' },
        forwardedFrom: 'dora',
        wantsReadCount: true,
      }),
      sdk,
    )
    expect(copy).toMatchObject({
      conversation: 'group:9',
      from: 'alice',
      to: ['bob'],
      replyTo: { conversation: 'group:9', id: '41', from: 'carol' },
      forwardedFrom: 'dora',
      wantsReadCount: true,
    })
  })
})
