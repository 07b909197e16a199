import type { Body, ConversationId, Fact, NoticeBody } from '@parlance/core'
import { group, room } from '@parlance/core'
import { expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { SandboxPolicy } from './policy.ts'
import type { TestDevice } from './testing/attachDevice.ts'
import { attachDevice } from './testing/attachDevice.ts'

const g = group('g')
const r = room('r')
const setUp = (policy: SandboxPolicy = { notices: true }) => {
  const backend = createBackend({
    users: ['alice', 'bob', 'carol'],
    groups: [{ id: 'g', owner: 'alice', members: ['bob'] }],
    rooms: [{ id: 'r' }],
    policy,
  })
  const alice = attachDevice(backend, 'alice')
  const bob = attachDevice(backend, 'bob')
  const carol = attachDevice(backend, 'carol')
  const quiet = () => [alice, bob, carol].forEach(device => device.take())
  quiet()
  return { backend, alice, bob, carol, quiet }
}
type Row = readonly [from: string, event: string, ...users: readonly string[]]
const rows = (facts: readonly Fact[]): readonly Row[] =>
  facts.flatMap(fact =>
    fact.type === 'message' && fact.message.body.type === 'notice' ? [rowOf(fact.message.from, fact.message.body)] : [],
  )
const rowOf = (from: string, { event, users = [] }: NoticeBody): Row => [from, event, ...users]
const page = (device: TestDevice, conversation: ConversationId = g): readonly Fact[] =>
  device.request('history', { query: { conversation, count: 20, at: { newest: true } } }).facts

it('[NTC1] puts into the log who came and went, and what changed, for those who are there then', () => {
  const { backend, alice, bob, carol } = setUp()
  backend.addMember(g, 'carol')
  backend.setRole(g, 'carol', 'admin')
  backend.mute(g, 'carol')
  backend.mute(g, 'carol', false)
  bob.request('leave', { conversation: g })
  backend.removeMember(g, 'carol')
  const all: readonly Row[] = [
    ['server', 'joined', 'carol'],
    ['server', 'roleChanged', 'carol'],
    ['server', 'muted', 'carol'],
    ['server', 'unmuted', 'carol'],
    ['bob', 'left', 'bob'],
    ['server', 'removed', 'carol'],
  ]
  expect(rows(alice.take())).toEqual(all)
  expect(rows(page(alice))).toEqual(all)
  expect(rows(bob.take())).toEqual(all.slice(0, 4))
  expect(rows(carol.take())).toEqual(all.slice(0, 5))
  backend.dissolve(g)
  expect(rows(alice.take())).toEqual([['server', 'dissolved']])
})

it('[NTC1] tells who made a group, and that somebody came into a room', () => {
  const { backend, alice, carol } = setUp()
  backend.addGroup({ id: 'new', owner: 'alice', members: ['carol'] })
  expect(rows(carol.take())).toEqual([['alice', 'created']])
  alice.request('join', { conversation: r })
  carol.request('join', { conversation: r })
  expect(rows(page(carol, r))).toEqual([['carol', 'joined', 'carol']])
})

it('[NTC1] counts for nobody, mentions nobody, and brings no receipts and no counts', () => {
  for (const policy of [
    {},
    { readCount: 'derived' },
    { delivered: 'auto', readCount: 'everyMessage' },
  ] satisfies readonly SandboxPolicy[]) {
    const { backend, alice, bob, carol, quiet } = setUp({ notices: true, ...policy })
    backend.addMember(g, 'carol')
    alice.request('leave', { conversation: g })
    expect(bob.request('conversations', { count: 5 }).entries.find(({ id }) => id === g)?.unread).toMatchObject({ count: 0, mentions: 0 })
    quiet()
    bob.request('markRead', { conversation: g, target: { whole: true } })
    for (const device of [alice, bob, carol]) expect(device.take()).toEqual([])
    expect(page(bob).filter(({ type }) => type === 'readCount')).toEqual([])
  }
})

it('[NTC1] is passed by marks on what stands above it', () => {
  const { backend, alice, bob } = setUp()
  backend.addMember(g, 'carol')
  const { id = '', position = '' } = alice.say(g, 'hello')
  bob.request('markRead', { conversation: g, target: { exactly: [{ id }] } })
  expect(bob.request('conversations', { count: 5 }).entries[0]?.unread).toMatchObject({ count: 0, mark: position })
})

it('[NTC1] stays as it is: no client sends, edits, recalls, reacts to or pins one', () => {
  const { backend, bob, quiet } = setUp({ notices: true, deletion: 'forAll' })
  const body = { type: 'notice', event: 'joined', users: ['carol'] } as const satisfies Body
  const message = { conversation: g, localId: 'l', body }
  expect(bob.refusal('send', { message })).toMatchObject({ code: 'invalid', path: 'message.body.type' })
  const text = bob.say(g, 'mine').id ?? ''
  expect(bob.refusal('edit', { target: { id: text }, body })).toMatchObject({ code: 'invalid', path: 'body.type' })
  backend.act('carol', 'join', { conversation: r })
  bob.request('join', { conversation: r })
  const id = backend.inspect(r).at(-1)?.id ?? ''
  quiet()
  const codes = [
    bob.refusal('edit', { target: { id }, body: { type: 'text', text: 'x' } }),
    bob.refusal('recall', { target: { id } }),
    bob.refusal('delete', { target: { id } }),
    bob.refusal('react', { target: { id }, emoji: '👍', active: true }),
    bob.refusal('pin', { target: { id }, pinned: true }),
    bob.refusal('readers', { target: { id }, count: 1 }),
  ].map(({ code }) => code)
  expect(codes).toEqual(['forbidden', 'forbidden', 'forbidden', 'invalid', 'invalid', 'invalid'])
  expect(bob.take()).toEqual([])
})

it('says nothing of it unless the policy says so', () => {
  const { backend, alice } = setUp({})
  backend.addMember(g, 'carol')
  expect([...rows(alice.take()), ...page(alice)]).toEqual([])
})
