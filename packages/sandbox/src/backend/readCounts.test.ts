import type { Fact } from '@parlance/core'
import { group } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import { expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { TestDevice } from './testing/attachDevice.ts'
import { attachDevice } from './testing/attachDevice.ts'

const g = group('g')
const readers = Array.from({ length: 10 }, (_, n) => `reader${n}`)

const setUp = () => {
  const clock = testClock()
  const backend = createBackend({ users: ['alice', ...readers], groups: [{ id: 'g', owner: 'alice', members: readers }], clock })
  const alice = attachDevice(backend, 'alice')
  const { id = '' } = alice.say(g, 'who reads this?', { wantsReadCount: true })
  alice.take()
  const everybodyReads = () => {
    for (const reader of readers)
      backend.act(reader, 'markRead', { conversation: g, target: { upTo: { id } }, content: `${reader} was here` })
  }
  return { backend, clock, alice, id, everybodyReads }
}
const counts = (facts: readonly Fact[]) => facts.flatMap(fact => (fact.type === 'readCount' ? [fact.read] : []))
const newest = (device: TestDevice): readonly Fact[] =>
  device.request('history', { query: { conversation: g, count: 5, at: { newest: true } } }).facts

it('[RCP4] tells the sender on coming back how the counts grew meanwhile', () => {
  const { backend, alice, everybodyReads } = setUp()
  alice.detach()
  everybodyReads()
  const back = attachDevice(backend, 'alice', { resume: alice.token })
  expect(back.continuity).toBe('whole')
  expect(counts(back.take()).at(-1)).toBe(10)
})

it('[RCP4] after a gap, the counts stand in the pages, and who read with time and words in the list of readers', () => {
  const { backend, clock, alice, id, everybodyReads } = setUp()
  alice.detach()
  everybodyReads()
  const fresh = attachDevice(backend, 'alice', { device: 'laptop' })
  expect(fresh.continuity).toBe('gap')
  expect([counts(fresh.take()), counts(newest(fresh))]).toEqual([[], [10]])
  const { items } = fresh.request('readers', { target: { id }, count: 50 })
  expect(items).toEqual(readers.map(user => ({ user, at: clock.now(), content: `${user} was here` })))
})
