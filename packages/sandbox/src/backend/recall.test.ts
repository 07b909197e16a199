import { direct, group } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import { expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { SandboxPolicy } from './policy.ts'
import { attachDevice, texts } from './testing/attachDevice.ts'

const MINUTE = 60_000
const setUp = (policy: SandboxPolicy = {}) => {
  const clock = testClock()
  const backend = createBackend({
    users: ['alice', 'bob', 'carol', 'mallory'],
    groups: [{ id: 'g', owner: 'alice', members: ['bob', 'carol'] }],
    policy,
    clock,
  })
  const devices = { alice: attachDevice(backend, 'alice'), bob: attachDevice(backend, 'bob'), mallory: attachDevice(backend, 'mallory') }
  for (const device of Object.values(devices)) device.take()
  return { clock, backend, ...devices }
}

it('[RCL3] tells everybody, with the author’s authority', () => {
  const { alice, bob, clock } = setUp()
  const { id = '' } = alice.say(direct('bob'), 'oops')
  bob.take()
  alice.take()
  expect(alice.request('recall', { target: { id } })).toEqual({ id, at: clock.now() })
  const told = { type: 'recalled', by: 'alice', as: 'author', at: clock.now() }
  expect(alice.take()).toMatchObject([{ ...told, origin: 'echo', target: { conversation: direct('bob'), id } }])
  expect(bob.take()).toMatchObject([{ ...told, origin: 'live', target: { conversation: direct('alice'), id } }])
})

it('[RCL1] keeps the body nowhere: not in history, the list, what waits for devices, nor in the server', () => {
  const { alice, bob, backend } = setUp()
  const away = attachDevice(backend, 'bob', { device: 'away' })
  const { token } = away
  away.detach()
  const { id = '' } = alice.say(direct('bob'), 'the secret', { ext: { hidden: 'secret too' } })
  alice.request('edit', { target: { id }, body: { type: 'text', text: 'another secret' } })
  alice.request('markRead', { conversation: direct('bob'), target: { whole: true } })
  alice.request('recall', { target: { id } })
  const page = bob.request('history', { query: { conversation: direct('alice'), count: 5, at: { newest: true } } })
  const list = bob.request('conversations', { count: 5 })
  const back = attachDevice(backend, 'bob', { device: 'away', resume: token })
  const missed = back.take()
  expect(missed.map(({ type }) => type)).toEqual(['message', 'recalled', 'recalled'])
  expect(JSON.stringify([page, list, missed, backend.inspect(direct('bob'), 'alice')])).not.toContain('secret')
})

it('[RCL1] keeps neither the first version where history returns those, nor what readers wrote beside it', () => {
  const { alice, bob } = setUp({ history: { returns: 'original' }, readCount: 'everyMessage' })
  const { id = '' } = alice.say(group('g'), 'the secret')
  alice.request('edit', { target: { id }, body: { type: 'text', text: 'nothing' } })
  bob.request('markRead', { conversation: group('g'), target: { upTo: { id } }, content: 'what a secret' })
  alice.request('recall', { target: { id } })
  const page = bob.request('history', { query: { conversation: group('g'), count: 5, at: { newest: true } } })
  const readers = alice.request('readers', { target: { id }, count: 5 })
  expect(readers.items).toMatchObject([{ user: 'bob' }])
  expect(JSON.stringify([page, readers])).not.toContain('secret')
})

it('[RCL2] tells of the recall before the message it withdrew, in a page', () => {
  const { alice, bob } = setUp()
  const { id = '' } = alice.say(direct('bob'), 'oops')
  alice.request('recall', { target: { id } })
  const page = bob.request('history', { query: { conversation: direct('alice'), count: 5, at: { newest: true } } })
  expect(page.facts).toMatchObject([
    { type: 'recalled', origin: 'history', target: { id }, by: 'alice', as: 'author' },
    { type: 'message', message: { id, body: { type: 'unknown' } } },
  ])
})

it('leaves an erased message out of pages where history says nothing of recalls', () => {
  const { alice, bob } = setUp({ history: { includes: [] } })
  alice.say(direct('bob'), 'stays')
  const { id = '' } = alice.say(direct('bob'), 'oops')
  alice.request('recall', { target: { id } })
  const page = bob.request('history', { query: { conversation: direct('alice'), count: 5, at: { newest: true } } })
  expect(page.facts.map(({ type }) => type)).toEqual(['message'])
  expect(page.covers).toEqual({ from: 'start', to: 'live' })
})

it('is the same however often, also after the window', async () => {
  const { alice, bob, clock } = setUp()
  const { id = '' } = alice.say(direct('bob'), 'oops')
  const ack = alice.request('recall', { target: { id } })
  bob.take()
  await clock.advance(3 * MINUTE)
  expect(alice.request('recall', { target: { id } })).toEqual(ack)
  expect(bob.take()).toEqual([])
})

it('[RCL4] holds to the window, which ends after two minutes of the server’s clock unless the policy says otherwise', async () => {
  const { alice, clock, backend } = setUp()
  const first = alice.say(direct('bob'), 'one').id ?? ''
  await clock.advance(2 * MINUTE)
  alice.request('recall', { target: { id: first } })
  const second = alice.say(direct('bob'), 'two').id ?? ''
  await clock.advance(2 * MINUTE + 1)
  expect(alice.refusal('recall', { target: { id: second } })).toMatchObject({ code: 'recallTooLate', limit: 2 * MINUTE })
  expect(backend.inspect(direct('bob'), 'alice')[1]?.body).toEqual({ type: 'text', text: 'two' })

  const unbound = setUp({ recall: { windowMs: Infinity } })
  expect(unbound.backend.capabilities.recall).toEqual({ mode: 'server', enforced: true })
  const { id = '' } = unbound.alice.say(direct('bob'), 'one')
  await unbound.clock.advance(1_000 * MINUTE)
  unbound.alice.request('recall', { target: { id } })
})

it('refuses strangers, peers and mere members', () => {
  const { alice, bob, mallory } = setUp()
  const { id = '' } = alice.say(direct('bob'), 'mine')
  expect(mallory.refusal('recall', { target: { id } }).code).toBe('forbidden')
  expect(mallory.refusal('recall', { target: { conversation: direct('alice'), id } }).code).toBe('forbidden')
  expect(bob.refusal('recall', { target: { id } }).code).toBe('forbidden')
  const inGroup = alice.say(group('g'), 'mine too').id ?? ''
  expect(bob.refusal('recall', { target: { id: inGroup } }).code).toBe('forbidden')
  expect(alice.refusal('recall', { target: { id: 'never' } }).code).toBe('notFound')
  expect(alice.refusal('recall', { target: {} }).code).toBe('invalid')
})

it('[RCL3] lets moderators of a group recall what others sent, at any time, as moderators', async () => {
  const { alice, bob, clock, backend } = setUp()
  const { id = '' } = bob.say(group('g'), 'rude')
  await clock.advance(60 * MINUTE)
  alice.take()
  alice.request('recall', { target: { id } })
  expect(bob.taken('recalled')).toMatchObject([{ by: 'alice', as: 'moderator' }])
  backend.setRole(group('g'), 'alice', 'member')
  const second = bob.say(group('g'), 'rude again').id ?? ''
  expect(alice.refusal('recall', { target: { id: second } }).code).toBe('forbidden')

  const plain = setUp({ recall: { moderators: false } })
  const third = plain.bob.say(group('g'), 'rude').id ?? ''
  expect(plain.alice.refusal('recall', { target: { id: third } }).code).toBe('forbidden')
})

it('refuses all recalls where they are disabled', () => {
  const { alice } = setUp({ recall: { mode: 'none' } })
  const { id = '' } = alice.say(direct('bob'), 'oops')
  expect(alice.refusal('recall', { target: { id } }).code).toBe('recallDisabled')
})

it('passes claims on unchecked where recalls are marks, and keeps the body', async () => {
  const { alice, bob, clock, backend } = setUp({ recall: { mode: 'marker' } })
  expect(backend.capabilities.recall).toEqual({ mode: 'marker', enforced: false })
  const { id = '' } = alice.say(direct('bob'), 'mine')
  await clock.advance(60 * MINUTE)
  bob.request('recall', { target: { id } })
  expect(alice.taken('recalled')).toMatchObject([{ by: 'bob', as: 'author' }])
  const page = () => bob.request('history', { query: { conversation: direct('alice'), count: 5, at: { newest: true } } })
  expect(page().facts.map(({ type }) => type)).toEqual(['message'])
  alice.request('recall', { target: { id } })
  expect(page().facts).toMatchObject([
    { type: 'recalled', by: 'alice', as: 'author' },
    { type: 'message', message: { body: { text: 'mine' } } },
  ])
  expect(texts(page().facts)).toEqual(['mine'])
})

it('[ID1] recalls every copy of a send that was stored twice, if it is named as its sender named it', () => {
  const { alice, bob, backend } = setUp({ dedupe: 'none' })
  for (let n = 0; n < 2; n++) alice.say(direct('bob'), 'twice', { localId: 'same' })
  alice.request('recall', { target: { from: 'alice', localId: 'same' } })
  expect(bob.taken('recalled')).toHaveLength(2)
  expect(backend.inspect(direct('bob'), 'alice').every(({ body }) => body === undefined)).toBe(true)
})

it('[RCL5] lowers unread, and leaves a tombstone in the list with a word beside it', () => {
  const { alice, bob, backend } = setUp()
  const { id = '', position } = alice.say(direct('bob'), 'oops')
  expect(backend.unread('bob', direct('alice'))).toBe(1)
  alice.request('recall', { target: { id } })
  bob.take()
  expect(backend.unread('bob', direct('alice'))).toBe(0)
  const [entry] = bob.request('conversations', { count: 5 }).entries
  expect(entry).toMatchObject({ last: { id, body: { type: 'unknown' } }, unread: { count: 0, asOf: position } })
  expect(bob.take()).toMatchObject([{ type: 'recalled', origin: 'history', target: { id } }])
})
