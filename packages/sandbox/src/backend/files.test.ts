import type { Attachment } from '@parlance/core'
import { direct, group } from '@parlance/core'
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { SandboxPolicy } from './policy.ts'
import { attachDevice } from './testing/attachDevice.ts'

const setUp = (policy: SandboxPolicy = {}) => {
  const backend = createBackend({ users: ['alice', 'bob'], groups: [{ id: 'g', members: ['bob'] }], policy })
  const alice = attachDevice(backend, 'alice')
  const part = (upload: string, offset: number, text: string, last: boolean, more = {}) =>
    ({ conversation: direct('bob'), upload, offset, bytes: btoa(text), last, name: 'a.txt', mime: 'text/plain', ...more }) as const
  const upload = (name: string): Attachment => alice.request('uploadPart', part(name, 0, name, true)) as Attachment
  const show = (attachment: Attachment) => alice.say(direct('bob'), '', { body: { type: 'file', attachment } }).id ?? ''
  return { backend, alice, part, upload, show }
}

it('takes a file in parts and gives its whereabouts, size and digest; a part whose answer was lost may come again', async () => {
  const { alice, part } = setUp()
  expect(alice.request('uploadPart', part('u', 0, 'hello ', false))).toBeNull()
  expect(alice.request('uploadPart', part('u', 0, 'hello ', false))).toBeNull()
  const done = alice.request('uploadPart', part('u', 6, 'world', true)) as Attachment
  expect(alice.request('uploadPart', part('u', 6, 'world', true))).toEqual(done)
  expect(done).toMatchObject({
    name: 'a.txt',
    mime: 'text/plain',
    size: 11,
    digest: createHash('sha256').update('hello world').digest('hex'),
  })
  const fetched = await fetch(done.url ?? '')
  expect(await fetched.text()).toBe('hello world')
  expect(fetched.headers.get('content-type')).toContain('text/plain')
})

it('keeps uploads of different users and names apart, and takes an empty file', () => {
  const { alice, backend, part } = setUp()
  alice.request('uploadPart', part('u', 0, 'hers', false))
  expect(backend.act('bob', 'uploadPart', part('u', 0, '', true, { conversation: direct('alice') }))).toMatchObject({ size: 0 })
  expect(alice.request('uploadPart', part('u', 4, '!', true))).toMatchObject({ size: 5 })
})

it('gives a file by its id to whoever serves it', () => {
  const { backend, alice, part } = setUp({ fileUrl: (id, name) => `https://files.example/${id}/${name}` })
  const { url = '' } = alice.request('uploadPart', part('u', 0, 'bytes', true)) as Attachment
  const [, id = '', name] = /example\/(.*)\/(.*)/.exec(url) ?? []
  expect(name).toBe('a.txt')
  const file = backend.file(id)
  expect(file).toMatchObject({ mime: 'text/plain', name: 'a.txt' })
  expect(new TextDecoder().decode(file?.bytes)).toBe('bytes')
  expect(backend.file('constructor')).toBeUndefined()
})

it('refuses holes, what isn’t base64, too much, outsiders, and everything where there are no attachments', () => {
  const { alice, part } = setUp({ attachments: { maxBytes: 8 } })
  alice.request('uploadPart', part('u', 0, 'abcd', false))
  expect(alice.refusal('uploadPart', part('u', 5, 'e', true)).code).toBe('invalid')
  expect(alice.refusal('uploadPart', { ...part('u', 4, '', true), bytes: 'é!' }).code).toBe('invalid')
  expect(alice.refusal('uploadPart', part('u', 4, 'efghi', true))).toMatchObject({ code: 'tooLarge', limit: 8 })
  expect(alice.refusal('uploadPart', part('v', 0, 'x', true, { conversation: group('g') })).code).toBe('notMember')
  const without = setUp({ attachments: false })
  expect(without.backend.capabilities.attachments).toBeUndefined()
  expect(without.alice.refusal('uploadPart', part('u', 0, 'x', true)).code).toBe('unsupported')
})

it('[RCL1] drops a file with the last message that shows it', async () => {
  const { alice, upload, show } = setUp()
  const attachment = upload('secret')
  const [first, second] = [show(attachment), show(attachment)]
  const there = async () => (await fetch(attachment.url ?? '').catch(() => undefined)) !== undefined
  alice.request('recall', { target: { id: first } })
  expect(await there()).toBe(true)
  alice.request('recall', { target: { id: second } })
  expect(await there()).toBe(false)
})

it('drops a file that an edit replaced, unless the original is kept; then with that', () => {
  const left = (policy: SandboxPolicy) => {
    const urls: string[] = []
    const { backend, alice, upload, show } = setUp({ ...policy, fileUrl: id => (urls.push(id), `https://files.example/${id}`) })
    const id = show(upload('one'))
    const edit = (name: string) => alice.request('edit', { target: { id }, body: { type: 'file', attachment: upload(name) } })
    const kept = () => urls.map(url => backend.file(url) !== undefined)
    edit('two')
    edit('three')
    const before = kept()
    alice.request('recall', { target: { id } })
    return [before, kept()]
  }
  const nothing = [false, false, false]
  expect(left({})).toEqual([[false, false, true], nothing])
  expect(left({ history: { returns: 'original' } })).toEqual([[true, false, true], nothing])
})

it('releases every object URL on dispose', async () => {
  const { backend, upload } = setUp()
  const { url = '' } = upload('x')
  backend.dispose()
  await expect(fetch(url)).rejects.toThrow()
})
