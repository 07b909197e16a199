import { direct } from '@parlance/core'
import { expect, it } from 'vitest'
import type { ContentRule } from './contentRules.ts'
import { createBackend } from './createBackend.ts'
import { attachDevice, texts } from './testing/attachDevice.ts'

const setUp = (...content: readonly ContentRule[]) => {
  const backend = createBackend({ users: ['alice', 'bob'], policy: { content } })
  const alice = attachDevice(backend, 'alice')
  const bob = attachDevice(backend, 'bob')
  for (const device of [alice, bob]) device.take()
  const refusal = (text: string) =>
    alice.refusal('send', { message: { conversation: direct('bob'), localId: text, body: { type: 'text', text } } }).code
  return { backend, alice, bob, refusal }
}

it('refuses with the code of the first rule that matches', () => {
  const { refusal, bob } = setUp(
    { match: 'spam', refuse: 'contentRejected' },
    { match: /^x+$/i, refuse: 'intercepted' },
    { match: 'a.b', refuse: 'moderated' },
  )
  expect(refusal('Some SPAM x')).toBe('contentRejected')
  expect(refusal('XxXx')).toBe('intercepted')
  expect(refusal('a.b')).toBe('moderated')
  expect(bob.take()).toEqual([])
})

it('takes a string as it stands, and judges the same text the same way each time', () => {
  const { alice, refusal } = setUp({ match: '.*(', refuse: 'moderated' }, { match: /rude/g, refuse: 'moderated' })
  alice.say(direct('bob'), 'anything')
  for (let n = 0; n < 3; n++) expect(refusal('so rude')).toBe('moderated')
})

it('looks into the names of files, pictures and places and the data of custom bodies', () => {
  const { alice } = setUp({ match: 'virus', refuse: 'moderated' })
  const attachment = { name: 'Virus.exe', mime: 'application/octet-stream', size: 1, url: 'https://example.com/f' }
  const bodies = [
    { type: 'file', attachment },
    { type: 'image', attachment },
    { type: 'audio', attachment },
    { type: 'video', attachment },
    { type: 'urlImage', url: 'https://example.com/1', name: 'a virus' },
    { type: 'location', lat: 1, lng: 2, address: 'Virus Street' },
    { type: 'custom', event: 'card', data: { note: 'a virus' } },
    { type: 'command', action: 'run', params: { what: 'virus' } },
    { type: 'unknown', original: { what: 'virus' } },
  ] as const
  for (const body of bodies) {
    expect(alice.refusal('send', { message: { conversation: direct('bob'), localId: body.type, body } }).code).toBe('moderated')
  }
})

it('replaces text for everybody, and tells by an edit of the server that it did', () => {
  const { alice, bob, backend } = setUp({ match: /damn|heck/, replace: '$&*' })
  alice.say(direct('bob'), 'damn damn, heck')
  expect(texts(bob.take())).toEqual(['$&* $&*, $&*'])
  const [echo, edit] = alice.take()
  expect(echo).toMatchObject({ type: 'message', message: { body: { text: '$&* $&*, $&*' } } })
  expect(edit).toMatchObject({ type: 'edited', as: 'server', body: { text: '$&* $&*, $&*' } })
  expect(JSON.stringify(backend.inspect(direct('bob'), 'alice'))).not.toContain('damn')
})

it('puts what it replaces in an edit above the author’s own version', () => {
  const { alice, bob } = setUp({ match: 'damn', replace: 'dear' })
  const { id = '' } = alice.say(direct('bob'), 'hello')
  const { version = '' } = alice.request('edit', { target: { id }, body: { type: 'text', text: 'damn you' } })
  const [edit] = bob.taken('edited')
  expect(edit).toMatchObject({ as: 'server', body: { text: 'dear you' } })
  expect((edit?.version ?? '') > version).toBe(true)
})
