import { direct, group } from '@parlance/core'
import { expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { SandboxPolicy } from './policy.ts'
import { attachDevice, texts } from './testing/attachDevice.ts'

const setUp = (policy: SandboxPolicy = {}) => {
  const backend = createBackend({ users: ['alice', 'bob'], groups: [{ id: 'g', owner: 'alice', members: ['bob'] }], policy })
  const alice = attachDevice(backend, 'alice')
  const bob = attachDevice(backend, 'bob')
  const tablet = attachDevice(backend, 'bob', { device: 'tablet' })
  const { id = '' } = alice.say(direct('bob'), 'hello')
  for (const device of [alice, bob, tablet]) device.take()
  const page = (device: typeof alice, peer: string) =>
    device.request('history', { query: { conversation: direct(peer), count: 5, at: { newest: true } } }).facts
  return { backend, alice, bob, tablet, id, page }
}

it('[DEL1] deletes for one: on all his devices, in his pages, list and count, and for nobody else', () => {
  const { alice, bob, tablet, id, page, backend } = setUp()
  bob.request('delete', { target: { id } })
  bob.request('delete', { target: { id } })
  expect(tablet.take()).toMatchObject([{ type: 'deleted', conversation: direct('alice'), target: { exactly: [{ id }] } }])
  expect(alice.take()).toEqual([])
  expect(backend.unread('bob', direct('alice'))).toBe(0)
  expect(page(bob, 'alice')).toMatchObject([{ type: 'deleted', origin: 'history', target: { exactly: [{ id }] } }])
  expect(texts(page(alice, 'bob'))).toEqual(['hello'])
  expect(bob.request('conversations', { count: 5 }).entries.map(entry => entry.id)).toEqual([group('g')])
})

it('[DEL1] deletes for all, where the policy says so: by author or moderator, and nothing is left', () => {
  const { alice, bob, id, page, backend } = setUp({ deletion: 'forAll' })
  expect(bob.refusal('delete', { target: { id } }).code).toBe('forbidden')
  alice.request('delete', { target: { id } })
  expect(bob.take()).toMatchObject([{ type: 'deleted', target: { exactly: [{ id }] } }])
  expect(page(bob, 'alice')).toMatchObject([{ type: 'deleted' }])
  expect(backend.inspect(direct('bob'), 'alice')).toMatchObject([{ deleted: true }])
  expect(JSON.stringify(backend.inspect(direct('bob'), 'alice'))).not.toContain('hello')
  expect(alice.refusal('recall', { target: { id } }).code).toBe('notFound')

  const rude = bob.say(group('g'), 'rude').id ?? ''
  alice.request('delete', { target: { id: rude } })
  expect(bob.taken('deleted')).toHaveLength(1)
})

it('tells a device that was away of the deletion in place of the message', () => {
  const { alice, backend } = setUp({ deletion: 'forAll' })
  const away = attachDevice(backend, 'bob', { device: 'away' })
  away.detach()
  const { id = '' } = alice.say(direct('bob'), 'gone soon')
  alice.request('delete', { target: { id } })
  const back = attachDevice(backend, 'bob', { device: 'away', resume: away.token })
  expect(back.take().map(({ type }) => type)).toEqual(['deleted', 'deleted'])
})

it('says nothing of deletions in pages where history doesn’t', () => {
  const { bob, id, page } = setUp({ history: { includes: [] } })
  bob.request('delete', { target: { id } })
  expect(page(bob, 'alice')).toEqual([])
})

it('is unsupported where there is no deletion', () => {
  const { bob, id } = setUp({ deletion: 'none' })
  expect(bob.refusal('delete', { target: { id } }).code).toBe('unsupported')
})
