import type { Presence } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import { describe, expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { SandboxPolicy } from './policy.ts'
import type { TestDevice } from './testing/attachDevice.ts'
import { attachDevice } from './testing/attachDevice.ts'

const setUp = (policy: SandboxPolicy = {}) => {
  const clock = testClock(1_000)
  const backend = createBackend({ users: ['alice', 'bob', 'carol'], policy, clock })
  const alice = attachDevice(backend, 'alice')
  alice.take()
  return { clock, backend, alice }
}
const told = (device: TestDevice): readonly Presence[] => device.taken('presence').map(({ presence }) => presence)

describe('[PRS1] the presence of others', () => {
  it('is answered as it is now, without those whom nobody knows', () => {
    const { backend, alice } = setUp()
    attachDevice(backend, 'bob')
    expect(alice.request('watchPresence', { users: ['bob', 'carol', 'nobody', 'bob'] })).toMatchObject([
      { type: 'presence', origin: 'history', user: 'bob', presence: { state: 'online' } },
      { type: 'presence', origin: 'history', user: 'carol', presence: { state: 'offline' } },
    ])
  })

  it('follows who comes and goes, by the first and the last of their devices, with the time when they were last seen', async () => {
    const { backend, alice, clock } = setUp()
    alice.request('watchPresence', { users: ['bob'] })
    const [phone, tablet] = [attachDevice(backend, 'bob'), attachDevice(backend, 'bob', { device: 'tablet' })]
    await clock.settle()
    phone.detach()
    await clock.advance(5_000)
    expect(told(alice)).toEqual([{ state: 'online' }])
    tablet.detach()
    await clock.settle()
    expect(told(alice)).toEqual([{ state: 'offline', lastSeenAt: 6_000 }])
  })

  it('does not flicker where a device takes its own place', async () => {
    const { backend, alice, clock } = setUp()
    attachDevice(backend, 'bob')
    alice.request('watchPresence', { users: ['bob'] })
    attachDevice(backend, 'bob')
    await clock.settle()
    expect(told(alice)).toEqual([])
  })

  it('is told to who watches, and to nobody else; each call names all', async () => {
    const { backend, alice, clock } = setUp()
    const carol = attachDevice(backend, 'carol')
    carol.take()
    alice.request('watchPresence', { users: ['bob'] })
    const bob = attachDevice(backend, 'bob')
    await clock.settle()
    alice.request('watchPresence', { users: ['carol'] })
    bob.request('setPresence', { presence: { state: 'busy' } })
    carol.request('setPresence', { presence: { state: 'away' } })
    expect([told(alice), told(carol)]).toEqual([[{ state: 'online' }, { state: 'away' }], []])
  })

  it('is what they want to be, with words of their own, while they are there; versions rise', () => {
    const { backend, alice } = setUp()
    const bob = attachDevice(backend, 'bob')
    alice.request('watchPresence', { users: ['bob'] })
    bob.request('setPresence', { presence: { state: 'busy', status: 'in a meeting' } })
    bob.request('setPresence', { presence: { state: 'busy', status: 'in a meeting' } })
    bob.request('setPresence', { presence: { state: 'offline' } })
    const facts = alice.taken('presence')
    expect(facts.map(({ presence }) => presence)).toEqual([
      { state: 'busy', status: 'in a meeting' },
      { state: 'offline', lastSeenAt: 1_000 },
    ])
    const [first = '', second = ''] = facts.map(({ version }) => version)
    expect(second > first).toBe(true)
  })

  it('is told again to a device that goes on where it stopped, and not to one that begins anew', async () => {
    const { backend, alice, clock } = setUp()
    alice.request('watchPresence', { users: ['bob'] })
    const { token } = alice
    alice.detach()
    attachDevice(backend, 'bob')
    await clock.settle()
    const resumed = attachDevice(backend, 'alice', { resume: token })
    expect(told(resumed)).toEqual([{ state: 'online' }])
    const anew = attachDevice(backend, 'alice')
    backend.act('bob', 'setPresence', { presence: { state: 'away' } })
    await clock.settle()
    expect(told(anew)).toEqual([])
  })

  it('does not fill the queue of a device that is away', async () => {
    const { backend, alice, clock } = setUp({ queue: 2 })
    alice.request('watchPresence', { users: ['bob'] })
    const { token } = alice
    alice.detach()
    const bob = attachDevice(backend, 'bob')
    for (const state of ['busy', 'away', 'online', 'busy'] as const) bob.request('setPresence', { presence: { state } })
    await clock.settle()
    expect(attachDevice(backend, 'alice', { resume: token }).continuity).toBe('whole')
  })

  it('is unsupported where the policy has none, and words have a bound', () => {
    const poor = setUp({ presence: false }).alice
    expect(poor.refusal('watchPresence', { users: ['bob'] }).code).toBe('unsupported')
    expect(poor.refusal('setPresence', { presence: { state: 'busy' } }).code).toBe('unsupported')
    const { alice } = setUp()
    const status = 'x'.repeat(201)
    expect(alice.refusal('setPresence', { presence: { state: 'busy', status } })).toMatchObject({ code: 'tooLarge', limit: 200 })
  })
})
