import type { ConversationId, HistoryPage, HistoryQuery } from '@parlance/core'
import { direct, group, room } from '@parlance/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { SandboxPolicy } from './policy.ts'
import type { TestDevice } from './testing/attachDevice.ts'
import { attachDevice, texts } from './testing/attachDevice.ts'

const setUp = (count: number, policy: SandboxPolicy = {}) => {
  const backend = createBackend({
    users: ['alice', 'bob', 'eve'],
    groups: [{ id: 'g', members: ['alice', 'bob'] }],
    rooms: [{ id: 'r' }],
    policy,
  })
  const alice = attachDevice(backend, 'alice')
  const acks = Array.from({ length: count }, (_, n) => alice.say(group('g'), `${n + 1}`))
  const ask = (at: HistoryQuery['at'], size = 3, device: TestDevice = alice, conversation: ConversationId = group('g')): HistoryPage =>
    device.request('history', { query: { conversation, count: size, at } })
  return { backend, alice, acks, ask }
}
const shown = (page: HistoryPage) => texts(page.facts)

it('[RCV3] says what a page covers: the newest to live, all of it from the start', () => {
  const { ask } = setUp(5)
  expect(ask({ newest: true })).toMatchObject({ covers: { from: '000000000003', to: 'live' } })
  expect(shown(ask({ newest: true }))).toEqual(['3', '4', '5'])
  const all = ask({ newest: true }, 5)
  expect(all.covers).toEqual({ from: 'start', to: 'live' })
  expect(all.older ?? all.newer).toBeUndefined()
})

it('[RCV3] covers an empty conversation from start to live', () => {
  const { ask, alice } = setUp(0)
  expect(ask({ newest: true })).toEqual({ facts: [], covers: { from: 'start', to: 'live' } })
  expect(ask({ newest: true }, 3, alice, direct('bob'))).toEqual({ facts: [], covers: { from: 'start', to: 'live' } })
})

it('goes back page by page without a hole or a repeat, each page joining the one before', () => {
  const { ask } = setUp(8)
  const pages = [ask({ newest: true })]
  for (let cursor = pages[0]?.older; cursor !== undefined; cursor = pages.at(-1)?.older) pages.push(ask({ cursor }))
  expect(pages.map(shown)).toEqual([
    ['6', '7', '8'],
    ['3', '4', '5'],
    ['1', '2'],
  ])
  expect(pages.map(({ covers }) => covers)).toEqual([
    { from: '000000000006', to: 'live' },
    { from: '000000000003', to: '000000000006' },
    { from: 'start', to: '000000000003' },
  ])
})

it('goes forward from a position to live, while messages arrive', () => {
  const { ask, alice, acks } = setUp(5)
  const first = ask({ after: acks[1]?.position ?? '' }, 2)
  expect(shown(first)).toEqual(['3', '4'])
  alice.say(group('g'), '6')
  const second = ask({ cursor: first.newer ?? null })
  expect(shown(second)).toEqual(['5', '6'])
  expect([first.covers, second.covers]).toEqual([
    { from: '000000000002', to: '000000000004' },
    { from: '000000000004', to: 'live' },
  ])
})

it('goes both ways from a message', () => {
  const { ask, acks } = setUp(9)
  const page = ask({ around: acks[4]?.id ?? '' })
  expect(shown(page)).toEqual(['4', '5', '6'])
  expect(page.covers).toEqual({ from: '000000000004', to: '000000000006' })
  expect(shown(ask({ cursor: page.older ?? null }))).toEqual(['1', '2', '3'])
  expect(shown(ask({ cursor: page.newer ?? null }))).toEqual(['7', '8', '9'])
  expect(shown(ask({ around: acks[0]?.id ?? '' }))).toEqual(['1', '2', '3'])
  expect(shown(ask({ around: acks[4]?.id ?? '' }, 1))).toEqual(['5'])
})

it('[RCV3] pages cover, without a hole or a repeat, exactly what they hold, wherever they begin and whatever was deleted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 25 }),
      fc.integer({ min: 1, max: 7 }),
      fc.array(fc.nat(24)),
      fc.boolean(),
      (count, size, deleted, forward) => {
        const { ask, alice, acks } = setUp(count)
        const hidden = new Set(deleted.filter(n => n < count))
        for (const n of hidden) alice.request('delete', { target: { id: acks[n]?.id ?? '' } })
        const pages = [forward ? ask({ after: '000000000000' }, size) : ask({ newest: true }, size)]
        const next = () => (forward ? pages.at(-1)?.newer : pages.at(-1)?.older)
        for (let cursor = next(); cursor !== undefined; cursor = next()) pages.push(ask({ cursor }, size))
        const inOrder = forward ? pages : pages.reverse()
        const expected = acks.flatMap((_, n) => (hidden.has(n) ? [] : [`${n + 1}`]))
        expect(inOrder.flatMap(shown)).toEqual(expected)
        expect(inOrder[0]?.covers?.from).toBe('start')
        expect(inOrder.at(-1)?.covers?.to).toBe('live')
        for (const [index, page] of inOrder.entries())
          expect(inOrder[index + 1]?.covers?.from ?? 'end').toBe(inOrder[index + 1] ? page.covers?.to : 'end')
      },
    ),
  )
})

it('joins a page to the position it was asked from', () => {
  const { ask, acks } = setUp(5)
  const page = ask({ before: acks[3]?.position ?? '' }, 2)
  expect(shown(page)).toEqual(['2', '3'])
  expect(page.covers).toEqual({ from: '000000000002', to: acks[3]?.position })
  expect(ask({ before: 'zzz' }).covers?.to).toBe('live')
  expect(shown(ask({ before: '0000000000025' }, 9))).toEqual(['1', '2'])
})

it('gives no more than the policy’s page, and at least one', () => {
  const { ask } = setUp(5, { history: { maxPage: 2 } })
  expect(shown(ask({ newest: true }, 1_000))).toEqual(['4', '5'])
  expect(shown(ask({ newest: true }, 0))).toEqual(['5'])
})

it('refuses directions that it can’t go, and offers none', () => {
  const { ask, alice, acks } = setUp(5, { history: { backward: false, forward: false, around: false } })
  const page = ask({ newest: true })
  expect(shown(page)).toEqual(['3', '4', '5'])
  expect(page.older ?? page.newer).toBeUndefined()
  const { id = '', position = '' } = acks[2] ?? {}
  for (const at of [{ before: position }, { after: position }, { around: id }, { cursor: { before: 2 } }]) {
    expect(alice.refusal('history', { query: { conversation: group('g'), count: 3, at } }).code).toBe('unsupported')
  }
})

it('refuses cursors of something else, and outsiders', () => {
  const { alice, backend } = setUp(1)
  const ask = (device: TestDevice, conversation: ConversationId, at: HistoryQuery['at']) =>
    device.refusal('history', { query: { conversation, count: 3, at } })
  for (const cursor of [null, 'x', { before: 'x' }, { before: -1 }, []]) expect(ask(alice, group('g'), { cursor }).code).toBe('invalid')
  expect(ask(alice, group('g'), { around: 'never' }).code).toBe('notFound')
  const eve = attachDevice(backend, 'eve')
  expect(ask(eve, group('g'), { newest: true }).code).toBe('notMember')
  expect(ask(eve, group('never'), { newest: true }).code).toBe('groupNotFound')
  expect(ask(eve, direct('nobody'), { newest: true }).code).toBe('notFound')
})

it('[MEM1] shows a newcomer of a room nothing of what was before: his history begins at the join', () => {
  const { backend, ask } = setUp(0)
  const room7 = room('r')
  backend.act('bob', 'join', { conversation: room7 })
  backend.post('bob', room7, 'before')
  const eve = attachDevice(backend, 'eve')
  eve.request('join', { conversation: room7 })
  const empty = ask({ newest: true }, 3, eve, room7)
  expect(shown(empty)).toEqual([])
  expect(empty.covers).toEqual({ from: 'start', to: 'live' })
  backend.post('bob', room7, 'after')
  expect(shown(ask({ newest: true }, 3, eve, room7))).toEqual(['after'])
  expect(eve.refusal('markRead', { conversation: room7, target: { exactly: [{ id: 'm1' }] } }).code).toBe('notFound')
})

it('brings one’s own mark and a direct peer’s receipts along, with single messages', () => {
  const { alice, backend, ask } = setUp(0)
  const ids = ['one', 'two', 'three'].map(text => backend.post('bob', direct('alice'), text).id ?? '')
  backend.act('alice', 'markRead', { conversation: direct('bob'), target: { upTo: { id: ids[0] ?? '' } } })
  const mine = alice.say(direct('bob'), 'four').id ?? ''
  backend.act('bob', 'markRead', { conversation: direct('alice'), target: { exactly: [{ id: mine }] } })
  const receipts = (page: HistoryPage) => page.facts.filter(({ type }) => type === 'receipt')
  expect(receipts(ask({ newest: true }, 9, alice, direct('bob')))).toMatchObject([
    { user: 'alice', kind: 'read', target: { upTo: { position: '000000000001' } } },
    { user: 'bob', kind: 'delivered', target: { upTo: { position: '000000000004' } } },
    { user: 'bob', kind: 'read', target: { upTo: { position: '000000000004' } } },
  ])
  const silent = setUp(0, { history: { includes: ['edits'] } })
  silent.backend.post('bob', direct('alice'), 'hi')
  silent.alice.request('markRead', { conversation: direct('bob'), target: { whole: true } })
  expect(receipts(silent.ask({ newest: true }, 9, silent.alice, direct('bob')))).toEqual([])
})
