import type { ConversationPage } from '@parlance/core'
import { direct, group } from '@parlance/core'
import { expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { SandboxPolicy } from './policy.ts'
import { attachDevice, texts } from './testing/attachDevice.ts'

const setUp = (policy: SandboxPolicy = {}) => {
  const backend = createBackend({ users: ['alice', 'bob'], groups: [{ id: 'g', members: ['alice', 'bob'] }], policy })
  const bob = attachDevice(backend, 'bob')
  const tablet = attachDevice(backend, 'bob', { device: 'tablet' })
  for (const device of [bob, tablet]) device.take()
  const list = () => bob.request('conversations', { count: 10 })
  return { backend, bob, tablet, list }
}
const ids = ({ entries }: ConversationPage) => entries.map(({ id }) => id)

it('[CNV3] removes a conversation through its newest message, until something new comes', () => {
  const { backend, bob, tablet, list } = setUp()
  const { position } = backend.post('alice', direct('bob'), 'old')
  tablet.take()
  expect(bob.request('removeConversation', { conversation: direct('alice'), withHistory: false })).toEqual({ through: position })
  expect(tablet.take()).toMatchObject([
    { type: 'conversationRemoved', conversation: direct('alice'), through: position, withHistory: false },
  ])
  expect(ids(list())).toEqual([group('g')])
  backend.post('alice', direct('bob'), 'new')
  expect(list().entries[0]).toMatchObject({ id: direct('alice'), unread: { count: 1 } })
  const page = bob.request('history', { query: { conversation: direct('alice'), count: 5, at: { newest: true } } })
  expect(texts(page.facts)).toEqual(['old', 'new'])
})

it('[CNV3] clears the history too if asked: for him alone, for ever', () => {
  const { backend, bob } = setUp()
  const { id = '' } = backend.post('alice', direct('bob'), 'old')
  bob.request('removeConversation', { conversation: direct('alice'), withHistory: true })
  backend.post('alice', direct('bob'), 'new')
  const page = (user: string, peer: string) =>
    backend.act(user, 'history', { query: { conversation: direct(peer), count: 5, at: { newest: true } } })
  expect(texts(page('bob', 'alice').facts)).toEqual(['new'])
  expect(page('bob', 'alice').covers).toEqual({ from: 'start', to: 'live' })
  expect(texts(page('alice', 'bob').facts)).toEqual(['old', 'new'])
  expect(bob.refusal('delete', { target: { id } }).code).toBe('notFound')
})

it('removes a group without messages, and one that was left', () => {
  const { bob, list, backend } = setUp()
  expect(bob.request('removeConversation', { conversation: group('g'), withHistory: true })).toEqual({})
  expect(ids(list())).toEqual([])
  backend.post('alice', group('g'), 'hi')
  expect(ids(list())).toEqual([group('g')])
  bob.request('leave', { conversation: group('g') })
  expect(ids(list())).toEqual([])
  bob.request('removeConversation', { conversation: group('g'), withHistory: false })
})

it('removes as much as the policy says', () => {
  const none = setUp({ removal: 'none' })
  expect(none.bob.refusal('removeConversation', { conversation: group('g'), withHistory: false }).code).toBe('unsupported')
  const some = setUp({ removal: 'conversation' })
  expect(some.bob.refusal('removeConversation', { conversation: group('g'), withHistory: true }).code).toBe('unsupported')
  some.bob.request('removeConversation', { conversation: group('g'), withHistory: false })
})

it('[CNV3] tells a device that comes back after a gap what was removed meanwhile, and through where', () => {
  const { backend, bob, tablet } = setUp({ resume: false })
  const { position } = backend.post('alice', direct('bob'), 'old')
  const { position: last } = backend.post('alice', group('g'), 'old')
  tablet.detach()
  bob.request('removeConversation', { conversation: direct('alice'), withHistory: false })
  bob.request('removeConversation', { conversation: group('g'), withHistory: true })
  backend.post('alice', direct('bob'), 'new')
  const gone = { type: 'conversationRemoved', origin: 'catchup' }
  expect(attachDevice(backend, 'bob', { device: 'tablet' }).taken('conversationRemoved')).toEqual([
    { ...gone, conversation: group('g'), through: last, withHistory: true },
    { ...gone, conversation: direct('alice'), through: position, withHistory: false },
  ])
  expect(attachDevice(backend, 'alice').taken('conversationRemoved')).toEqual([])
})

it('of what was removed while it was empty, nothing is told once something was said: nobody knows through where', () => {
  const { backend, bob } = setUp()
  bob.request('removeConversation', { conversation: group('g'), withHistory: false })
  const removals = () => attachDevice(backend, 'bob', { device: 'laptop' }).taken('conversationRemoved').length
  expect(removals()).toBe(1)
  backend.post('alice', group('g'), 'new')
  expect(removals()).toBe(0)
})
