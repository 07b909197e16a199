import { direct } from '@parlance/core'
import { expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { SandboxPolicy } from './policy.ts'
import { attachDevice } from './testing/attachDevice.ts'

const setUp = (policy: SandboxPolicy = {}) => {
  const backend = createBackend({ users: ['alice', 'bob'], policy })
  const [alice, tablet, bob] = [
    attachDevice(backend, 'alice'),
    attachDevice(backend, 'alice', { device: 'tablet' }),
    attachDevice(backend, 'bob'),
  ]
  for (const device of [alice, tablet, bob]) device.take()
  return { backend, alice, tablet, bob }
}

it('tells all my devices whom I block and unblock, once, and nobody else', () => {
  const { alice, tablet, bob } = setUp()
  alice.request('block', { user: 'bob' })
  alice.request('block', { user: 'bob' })
  expect(bob.refusal('send', { message: { conversation: direct('alice'), localId: 'x', body: { type: 'text', text: 'x' } } }).code).toBe(
    'blocked',
  )
  alice.request('unblock', { user: 'bob' })
  const [blocked, unblocked] = tablet.take()
  expect([blocked, unblocked]).toMatchObject([
    { type: 'blocklist', origin: 'live', blocked: ['bob'] },
    { type: 'blocklist', origin: 'live', unblocked: ['bob'] },
  ])
  expect(alice.take().map(({ origin }) => origin)).toEqual(['echo', 'echo'])
  expect(bob.take()).toEqual([])
  bob.say(direct('alice'), 'hello')
})

it('gives the whole list, with the version of its last change', () => {
  const { alice } = setUp()
  expect(alice.request('blocklist', {})).toEqual({ type: 'blocklist', origin: 'history', whole: true, blocked: [] })
  alice.request('block', { user: 'bob' })
  const [told] = alice.taken('blocklist')
  expect(alice.request('blocklist', {})).toEqual({
    type: 'blocklist',
    origin: 'history',
    whole: true,
    blocked: ['bob'],
    version: told?.version,
  })
})

it('refuses who is nobody, oneself, and all of it where the policy has no blocks', () => {
  const { alice } = setUp()
  expect([alice.refusal('block', { user: 'nobody' }).code, alice.refusal('unblock', { user: 'alice' }).code]).toEqual([
    'notFound',
    'invalid',
  ])
  const poor = setUp({ blocks: false }).alice
  for (const code of [poor.refusal('block', { user: 'bob' }).code, poor.refusal('blocklist', {}).code]) expect(code).toBe('unsupported')
})
