import type { ConversationPage } from '@parlance/core'
import { direct, group } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import { expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { SandboxPolicy } from './policy.ts'
import { attachDevice } from './testing/attachDevice.ts'

const setUp = (policy: SandboxPolicy = {}) => {
  const clock = testClock()
  const backend = createBackend({
    users: [{ id: 'alice', name: 'Alice A.', avatar: 'https://example.com/a.png' }, 'bob', 'carol', 'dave'],
    groups: [{ id: 'g', title: 'The group', avatar: 'https://example.com/g.png', members: ['alice', 'bob'] }],
    policy,
    clock,
  })
  const bob = attachDevice(backend, 'bob')
  const tablet = attachDevice(backend, 'bob', { device: 'tablet' })
  for (const device of [bob, tablet]) device.take()
  const list = (count = 10) => bob.request('conversations', { count })
  return { clock, backend, bob, tablet, list }
}
const ids = ({ entries }: ConversationPage) => entries.map(({ id }) => id)

it('tells of each conversation what a line of the list needs', async () => {
  const { backend, list, clock } = setUp()
  await clock.advance(1_000)
  const { position, id } = backend.post('alice', direct('bob'), 'hello')
  backend.post('alice', direct('bob'), 'there', {})
  const [entry, shared] = list().entries
  expect(entry).toEqual({
    id: direct('alice'),
    title: 'Alice A.',
    avatar: 'https://example.com/a.png',
    last: expect.objectContaining({ body: { type: 'text', text: 'there' }, conversation: direct('alice') }),
    unread: { count: 2, mentions: 0, asOf: '000000000002' },
    pinned: 0,
    silenced: false,
    archived: false,
    markedUnread: false,
    activity: clock.now(),
  })
  expect(shared).toMatchObject({
    id: group('g'),
    title: 'The group',
    avatar: 'https://example.com/g.png',
    members: 2,
    unread: { count: 0, mentions: 0 },
  })
  backend.act('bob', 'markRead', { conversation: direct('alice'), target: { upTo: { id: id ?? '' } } })
  expect(list().entries[0]?.unread).toEqual({ count: 1, mentions: 0, asOf: '000000000002', mark: position })
})

it('[UNR7] counts from the mark: not mine, not commands, not what was recalled or deleted, each user’s own', () => {
  const { backend, bob } = setUp()
  const count = () => backend.unread('bob', group('g'))
  const post = (text: string) => backend.post('alice', group('g'), text).id ?? ''
  const [first, second, third] = ['1', '2', '3'].map(post)
  bob.say(group('g'), 'mine')
  backend.post('alice', group('g'), { type: 'command', action: 'x' })
  expect(count()).toBe(3)
  backend.act('alice', 'recall', { target: { id: second ?? '' } })
  expect(count()).toBe(2)
  bob.request('delete', { target: { id: third ?? '' } })
  expect(count()).toBe(1)
  bob.request('markRead', { conversation: group('g'), target: { upTo: { id: first ?? '' } } })
  expect(count()).toBe(0)
  expect(backend.unread('alice', group('g'))).toBe(1)
})

it('[CNV2] is ordered by pin, then activity, then id, page by page', async () => {
  const { backend, bob, list, clock } = setUp()
  for (const from of ['alice', 'carol', 'dave']) {
    backend.post(from, direct('bob'), 'hi')
    await clock.advance(10)
  }
  bob.request('setConversation', { conversation: group('g'), settings: { pinned: 1 } })
  bob.request('setConversation', { conversation: direct('alice'), settings: { pinned: 2 } })
  const everything = [direct('alice'), group('g'), direct('dave'), direct('carol')]
  expect(ids(list())).toEqual(everything)
  const pages = [list(1)]
  for (let cursor = pages[0]?.next; cursor !== undefined; cursor = pages.at(-1)?.next)
    pages.push(bob.request('conversations', { count: 1, cursor }))
  expect(pages.flatMap(ids)).toEqual(everything)
})

it('[CNV2] keeps activity through recalls and deletions', async () => {
  const { backend, bob, list, clock } = setUp()
  backend.post('alice', direct('bob'), 'first')
  await clock.advance(10)
  const { id = '' } = backend.post('carol', direct('bob'), 'second')
  backend.act('carol', 'recall', { target: { id } })
  backend.post('alice', direct('carol'), 'not for bob')
  expect(ids(list()).slice(0, 2)).toEqual([direct('carol'), direct('alice')])
  bob.request('delete', { target: { id } })
  expect(list().entries.find(entry => entry.id === direct('carol'))).toBeUndefined()
})

it('[CNV2] takes what somebody doesn’t see for no activity of his', async () => {
  const { backend, list, clock } = setUp()
  const before = list().entries[0]?.activity
  await clock.advance(10)
  backend.post('alice', group('g'), 'to myself', { to: ['alice'] })
  backend.post('alice', group('g'), { type: 'command', action: 'x' })
  expect(list().entries).toMatchObject([{ id: group('g'), activity: before }])
})

it('gives only those asked for, of those that are listed', () => {
  const { backend, bob } = setUp()
  backend.post('alice', direct('bob'), 'hi')
  const only = [direct('alice'), direct('carol'), group('never')]
  expect(ids(bob.request('conversations', { count: 10, only }))).toEqual([direct('alice')])
})

it('refuses cursors of something else, and is unsupported where there is no list', () => {
  const { bob } = setUp()
  for (const cursor of [null, 1, 'x', {}, { pinned: 1, activity: 'x', id: 'y' }]) {
    expect(bob.refusal('conversations', { count: 1, cursor }).code).toBe('invalid')
  }
  const without = setUp({ conversationList: false })
  expect(without.bob.refusal('conversations', { count: 1 }).code).toBe('unsupported')
  expect(without.backend.capabilities).toMatchObject({ conversationList: false, unread: 'none' })
})

it('says nothing of unread where the policy doesn’t count', () => {
  const { backend, list } = setUp({ unread: 'none' })
  backend.post('alice', direct('bob'), 'hi')
  expect(list().entries[0]).not.toHaveProperty('unread')
})

it('[CVG3] tells all devices of a user what he set, all of it under one version that grows', () => {
  const { bob, tablet, list } = setUp()
  bob.request('setConversation', { conversation: group('g'), settings: { pinned: 3, silenced: true } })
  bob.request('setConversation', { conversation: group('g'), settings: { archived: true, markedUnread: true } })
  const [first, second] = tablet.taken('conversation').map(({ entry }) => entry)
  expect(first).toMatchObject({ id: group('g'), pinned: 3, silenced: true, archived: false, markedUnread: false })
  expect(second).toMatchObject({ pinned: 3, silenced: true, archived: true, markedUnread: true })
  expect((first?.version ?? '') < (second?.version ?? '')).toBe(true)
  expect(bob.taken('conversation').map(({ origin }) => origin)).toEqual(['echo', 'echo'])
  expect(list().entries[0]).toMatchObject({ pinned: 3, version: second?.version })
})

it('refuses settings that it doesn’t keep, and tells none of those', () => {
  const { bob, list } = setUp({ settings: ['pinned'] })
  expect(bob.refusal('setConversation', { conversation: group('g'), settings: { pinned: 1, silenced: true } })).toMatchObject({
    code: 'unsupported',
    path: 'settings.silenced',
  })
  bob.request('setConversation', { conversation: group('g'), settings: { pinned: 1 } })
  expect(list().entries[0]).toMatchObject({ pinned: 1 })
  expect(list().entries[0]).not.toHaveProperty('silenced')
})

it('[EDT1] tells of an edited last message beside the list', () => {
  const { backend, bob } = setUp()
  const { id = '' } = backend.post('alice', direct('bob'), 'old')
  backend.act('alice', 'edit', { target: { id }, body: { type: 'text', text: 'new' } })
  bob.take()
  expect(bob.request('conversations', { count: 1 }).entries[0]?.last?.body).toEqual({ type: 'text', text: 'new' })
  expect(bob.take()).toMatchObject([{ type: 'edited', origin: 'history', target: { id }, body: { text: 'new' } }])
})
