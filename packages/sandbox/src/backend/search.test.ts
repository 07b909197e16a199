import type { Body, SearchQuery } from '@parlance/core'
import { group } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import { expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { SandboxPolicy } from './policy.ts'
import type { TestDevice } from './testing/attachDevice.ts'
import { attachDevice } from './testing/attachDevice.ts'

const g = group('g')
const setUp = (policy: SandboxPolicy = {}) => {
  const clock = testClock()
  const backend = createBackend({
    users: ['alice', 'bob', 'carol', 'dave'],
    groups: [{ id: 'g', members: ['alice', 'bob', 'carol'], pastVisible: false }],
    policy,
    clock,
  })
  const alice = attachDevice(backend, 'alice')
  const bob = attachDevice(backend, 'bob')
  return { clock, backend, alice, bob }
}
const shown = (body: Body): string => (body.type === 'text' ? body.text : body.type)
const search = (device: TestDevice, query: Omit<SearchQuery, 'conversation' | 'count'> & { readonly count?: number }) => {
  const { messages, next } = device.request('search', { query: { conversation: g, count: 10, ...query } })
  return { found: messages.map(({ body }) => shown(body)), next }
}

it('[SCH1] finds by words wherever they stand, whatever their case, newest first', () => {
  const { alice, bob } = setUp()
  for (const text of ['The Lake', 'a flake', 'nothing', 'LÄKE ELSEWHERE', 'lake again']) alice.say(g, text)
  expect(search(bob, { text: 'lake' }).found).toEqual(['lake again', 'a flake', 'The Lake'])
  expect(search(bob, { text: 'la\u0308ke' }).found).toEqual(['LÄKE ELSEWHERE'])
  expect(search(bob, { text: 'never said' })).toEqual({ found: [], next: undefined })
})

it('[SCH1] finds files, places and pictures by their names', () => {
  const { backend, bob } = setUp()
  const attachment = { name: 'lake.bin', mime: 'application/octet-stream', size: 1, url: 'https://x/1' }
  const bodies: readonly Body[] = [
    { type: 'file', attachment },
    { type: 'audio', attachment },
    { type: 'urlImage', url: 'https://x/2', name: 'Lake' },
    { type: 'location', lat: 1, lng: 2, address: 'Lake Street' },
    { type: 'custom', event: 'lake', data: { lake: 'lake' } },
    { type: 'command', action: 'lake' },
  ]
  for (const body of bodies) backend.post('alice', g, body)
  expect(search(bob, { text: 'lake' }).found).toEqual(['location', 'urlImage', 'audio', 'file'])
})

it('[SCH1] finds by types, senders and times; all that is given has to fit', async () => {
  const { clock, alice, bob } = setUp()
  alice.say(g, 'early')
  await clock.advance(10)
  const since = clock.now()
  alice.say(g, 'from alice')
  bob.say(g, 'from bob')
  const until = clock.now()
  await clock.advance(10)
  alice.say(g, 'late')
  expect(search(bob, { since, until }).found).toEqual(['from bob', 'from alice'])
  expect(search(bob, { senders: ['bob'] }).found).toEqual(['from bob'])
  expect(search(bob, { types: ['image', 'file'] }).found).toEqual([])
  expect(search(bob, { types: ['text'], senders: ['alice'], since, until, text: 'FROM' }).found).toEqual(['from alice'])
})

it('[SCH1] gives page after page, and takes no cursor of something else', () => {
  const { alice, bob } = setUp()
  for (let n = 0; n < 5; n++) alice.say(g, `lake ${n}`)
  const pages: (readonly string[])[] = []
  for (let cursor: SearchQuery['cursor'] | undefined; ; ) {
    const { found, next } = search(bob, { text: 'lake', count: 2, ...(cursor !== undefined && { cursor }) })
    pages.push(found)
    cursor = next
    if (cursor === undefined) break
  }
  expect(pages).toEqual([['lake 4', 'lake 3'], ['lake 2', 'lake 1'], ['lake 0']])
  const refusal = bob.refusal('search', { query: { conversation: g, count: 1, cursor: { before: 3 } } })
  expect(refusal).toMatchObject({ code: 'invalid', path: 'query.cursor' })
})

it('[SCH1] finds each as it is now, and nothing that was recalled or deleted', () => {
  for (const policy of [{}, { history: { returns: 'original' } }] satisfies readonly SandboxPolicy[]) {
    const { alice, bob } = setUp(policy)
    const ids = ['edited', 'recalled', 'hidden', 'kept'].map(text => alice.say(g, `lake ${text}`).id ?? '')
    const [edited = '', recalled = '', hidden = ''] = ids
    alice.request('edit', { target: { id: edited }, body: { type: 'text', text: 'a river' } })
    alice.request('recall', { target: { id: recalled } })
    bob.request('delete', { target: { id: hidden } })
    expect(search(bob, { text: 'lake' }).found).toEqual(['lake kept'])
    expect(search(bob, { text: 'river' }).found).toEqual(['a river'])
    expect(search(alice, { text: 'lake' }).found).toEqual(['lake kept', 'lake hidden'])
  }
})

it('[SCH1] finds only what the asker may see', () => {
  const { backend, alice, bob } = setUp()
  alice.say(g, 'lake before dave')
  backend.addMember(g, 'dave')
  alice.say(g, 'lake for bob', { to: ['bob'] })
  alice.say(g, 'lake for all')
  const dave = attachDevice(backend, 'dave')
  expect(search(dave, { text: 'lake' }).found).toEqual(['lake for all'])
  expect(search(bob, { text: 'lake' }).found).toHaveLength(3)
  backend.removeMember(g, 'dave')
  expect(dave.refusal('search', { query: { conversation: g, count: 1 } }).code).toBe('notMember')
})

it('refuses to search where, and by what, the policy has none', () => {
  const { bob } = setUp({ search: ['text', 'senders'] })
  const refusal = (query: Partial<SearchQuery>) => bob.refusal('search', { query: { conversation: g, count: 1, ...query } }).code
  expect([refusal({ types: ['text'] }), refusal({ since: 0 }), refusal({ until: 0 })]).toEqual([
    'unsupported',
    'unsupported',
    'unsupported',
  ])
  expect(search(bob, { text: 'x', senders: ['bob'] }).found).toEqual([])
  expect(setUp({ search: false }).bob.refusal('search', { query: { conversation: g, count: 1 } }).code).toBe('unsupported')
})
