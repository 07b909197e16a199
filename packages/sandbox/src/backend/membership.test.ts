import { direct, group, room } from '@parlance/core'
import { expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { SandboxPolicy } from './policy.ts'
import { attachDevice, texts } from './testing/attachDevice.ts'

const g = group('g')
const setUp = (policy: SandboxPolicy = {}) => {
  const backend = createBackend({
    users: ['alice', 'bob', 'carol'],
    groups: [{ id: 'g', owner: 'alice', admins: ['bob'] }],
    rooms: [{ id: 'r' }],
    policy,
  })
  const alice = attachDevice(backend, 'alice')
  const bob = attachDevice(backend, 'bob')
  const carol = attachDevice(backend, 'carol')
  const standing = alice.take()
  for (const device of [bob, carol]) device.take()
  return { backend, alice, bob, carol, standing }
}

it('[MEM1] tells a device that comes without a token how its user stands everywhere', () => {
  expect(setUp().standing).toEqual([
    { type: 'membership', origin: 'catchup', membership: { conversation: g, user: 'alice', state: 'member', role: 'owner', muted: false } },
    { type: 'blocklist', origin: 'catchup', whole: true, blocked: [] },
  ])
})

it('tells all members who comes and goes, and how many they are', () => {
  const { backend, alice, carol } = setUp()
  backend.addMember(g, 'carol')
  const joined = { conversation: g, user: 'carol', state: 'member', role: 'member', muted: false }
  for (const device of [alice, carol]) {
    expect(device.take()).toMatchObject([
      { type: 'membership', membership: joined },
      { type: 'conversation', entry: { id: g, members: 3 } },
    ])
  }
  backend.removeMember(g, 'carol')
  expect(alice.take()).toMatchObject([{ membership: { user: 'carol', state: 'removed' } }, { type: 'conversation', entry: { members: 2 } }])
  expect(carol.take()).toMatchObject([{ membership: { user: 'carol', state: 'removed' } }])
  backend.addMember(g, 'carol')
  carol.take()
  carol.request('leave', { conversation: g })
  expect(alice.taken('membership').at(-1)).toMatchObject({ membership: { user: 'carol', state: 'left' } })
})

it('[MEM1] lets nobody write, read or mark who isn’t a member any more', () => {
  const { backend, bob, alice } = setUp()
  const { id = '' } = bob.say(g, 'mine')
  backend.removeMember(g, 'bob')
  for (const device of [alice, bob]) device.take()
  const message = { conversation: g, localId: 'x', body: { type: 'text', text: 'x' } } as const
  expect(bob.refusal('send', { message }).code).toBe('notMember')
  expect(bob.refusal('history', { query: { conversation: g, count: 1, at: { newest: true } } }).code).toBe('notMember')
  expect(bob.refusal('markRead', { conversation: g, target: { whole: true } }).code).toBe('notMember')
  expect(bob.refusal('recall', { target: { id } }).code).toBe('notMember')
  expect(bob.refusal('leave', { conversation: g }).code).toBe('notMember')
  expect(bob.request('conversations', { count: 5 }).entries).toEqual([])
  alice.say(g, 'without bob')
  expect(bob.take()).toEqual([])
})

it('shows a newcomer of a group what was before, and counts none of it as unread', () => {
  const { backend, carol } = setUp()
  backend.post('alice', g, 'before')
  backend.addMember(g, 'carol')
  backend.post('alice', g, 'after')
  expect(backend.unread('carol', g)).toBe(1)
  const page = carol.request('history', { query: { conversation: g, count: 5, at: { newest: true } } })
  expect(texts(page.facts)).toEqual(['before', 'after'])
})

it('lets people into rooms and out, once each; into groups nobody by himself', () => {
  const { alice, carol } = setUp()
  const r = room('r')
  carol.request('join', { conversation: r })
  carol.request('join', { conversation: r })
  expect(carol.taken('membership')).toHaveLength(1)
  alice.request('join', { conversation: r })
  expect(carol.taken('membership')).toMatchObject([{ membership: { conversation: r, user: 'alice', state: 'member' } }])
  carol.say(r, 'hello')
  carol.request('leave', { conversation: r })
  expect(carol.refusal('join', { conversation: g }).code).toBe('forbidden')
  expect(carol.refusal('join', { conversation: room('never') }).code).toBe('groupNotFound')
  expect(carol.refusal('leave', { conversation: direct('alice') }).code).toBe('invalid')
})

it('mutes and unmutes a member, and tells with a version that grows', () => {
  const { backend, bob } = setUp()
  const message = { conversation: g, localId: 'x', body: { type: 'text', text: 'x' } } as const
  backend.mute(g, 'bob')
  expect(bob.refusal('send', { message }).code).toBe('muted')
  expect(bob.refusal('ephemeral', { conversation: g, name: 'typing', data: true }).code).toBe('muted')
  backend.mute(g, 'bob', false)
  bob.request('send', { message })
  const told = bob.taken('membership')
  expect(told.map(({ membership }) => membership.muted)).toEqual([true, false])
  expect((told[0]?.version ?? '') < (told[1]?.version ?? '')).toBe(true)
})

it('lets only those on an allow-list write', () => {
  const { backend, alice, bob } = setUp()
  backend.allowlist(g, ['alice'])
  alice.say(g, 'I may')
  expect(bob.refusal('send', { message: { conversation: g, localId: 'x', body: { type: 'text', text: 'x' } } }).code).toBe('notAllowlisted')
  backend.allowlist(g, undefined)
  bob.say(g, 'so may I')
})

it('keeps the blocked from writing to who blocks, and tells the devices of the latter', () => {
  const { backend, alice, bob } = setUp()
  backend.block('alice', 'bob')
  expect(alice.take()).toMatchObject([{ type: 'blocklist', blocked: ['bob'] }])
  const message = { conversation: direct('alice'), localId: 'x', body: { type: 'text', text: 'x' } } as const
  expect(bob.refusal('send', { message }).code).toBe('blocked')
  expect(bob.refusal('ephemeral', { conversation: direct('alice'), name: 'typing', data: true }).code).toBe('blocked')
  bob.say(g, 'in the group I may')
  alice.say(direct('bob'), 'and I to you')
  expect(attachDevice(backend, 'alice', { device: 'new' }).taken('blocklist')).toMatchObject([{ whole: true, blocked: ['bob'] }])
  backend.block('alice', 'bob', false)
  expect(alice.taken('blocklist')).toMatchObject([{ unblocked: ['bob'] }])
  bob.request('send', { message })
})

it('dissolves a group: its members hear of it, and it can’t be found any more', () => {
  const { backend, alice, bob } = setUp()
  backend.dissolve(g)
  expect(bob.taken('membership').at(-1)).toMatchObject({ membership: { user: 'bob', state: 'dissolved' } })
  expect(alice.refusal('history', { query: { conversation: g, count: 1, at: { newest: true } } }).code).toBe('groupNotFound')
})

it('makes groups and rooms as it goes', () => {
  const { backend, carol } = setUp()
  backend.addUser({ id: 'dave', name: 'Dave' })
  backend.addGroup({ id: 'new', title: 'New', owner: 'dave', members: ['carol'] })
  backend.addRoom({ id: 'new' })
  expect(carol.take()).toMatchObject([
    { type: 'conversation', entry: { id: group('new'), title: 'New', members: 2 } },
    { type: 'membership', membership: { conversation: group('new'), user: 'carol', state: 'member' } },
  ])
  carol.request('join', { conversation: room('new') })
  expect(() => backend.addGroup({ id: 'new' })).toThrow('an id of its own')
  expect(() => backend.addGroup({ id: 'x', members: ['nobody'] })).toThrow('name all users')
})

it('tells what is of the moment to those who are there, and keeps it for nobody', () => {
  const { backend, alice, bob } = setUp()
  const away = attachDevice(backend, 'bob', { device: 'away' })
  const { token } = away
  alice.request('ephemeral', { conversation: g, name: 'typing', data: true })
  expect(bob.take()).toEqual([{ type: 'ephemeral', origin: 'live', conversation: g, from: 'alice', name: 'typing', data: true }])
  expect(alice.take()).toEqual([])
  away.detach()
  alice.say(g, 'hello')
  const back = attachDevice(backend, 'bob', { device: 'away', resume: token })
  expect(back.continuity).toBe('whole')
  expect(back.take().map(({ type }) => type)).toEqual(['message'])
  expect(backend.capabilities.ephemeral).toBe(true)
  const without = setUp({ ephemeral: false, maxMessageBytes: 10 })
  expect(without.alice.refusal('ephemeral', { conversation: g, name: 'typing', data: true }).code).toBe('unsupported')
  backend.setPolicy({ maxMessageBytes: 10 })
  expect(attachDevice(backend, 'alice').refusal('ephemeral', { conversation: g, name: 'x', data: 'long'.repeat(9) }).code).toBe('tooLarge')
})
