import type { Fact, PinnedFact } from '@parlance/core'
import { direct, group } from '@parlance/core'
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
    groups: [{ id: 'g', owner: 'alice', members: ['bob', 'carol'], pastVisible: false }],
    policy,
    clock,
  })
  const alice = attachDevice(backend, 'alice')
  const bob = attachDevice(backend, 'bob')
  const tablet = attachDevice(backend, 'bob', { device: 'tablet' })
  const carol = attachDevice(backend, 'carol')
  const { id = '' } = alice.say(g, 'hello')
  const quiet = () => [alice, bob, tablet, carol].forEach(device => device.take())
  quiet()
  return { clock, backend, alice, bob, tablet, carol, id, quiet }
}
const told = (facts: readonly Fact[]): readonly string[] =>
  facts
    .filter((fact): fact is PinnedFact => fact.type === 'pinned')
    .map(({ origin, id, pinned, by }) => `${origin} ${by} ${pinned ? '+' : '-'}${id}`)
const page = (device: TestDevice, at: { newest: true } | { before: string } = { newest: true }, count = 10): readonly Fact[] =>
  device.request('history', { query: { conversation: g, count, at } }).facts

it('[PIN1] tells all members, my other devices too, who pinned when, with a version that grows and that my ack has', () => {
  const { clock, alice, bob, tablet, carol, id } = setUp()
  const pinned = bob.request('pin', { target: { id }, pinned: true })
  expect(pinned).toEqual({ id, at: clock.now(), version: pinned.version })
  const unpinned = alice.request('pin', { target: { id }, pinned: false })
  for (const device of [tablet, carol]) expect(told(device.take())).toEqual([`live bob +${id}`, `live alice -${id}`])
  const [own] = bob.taken('pinned')
  expect(own).toEqual({
    type: 'pinned',
    origin: 'echo',
    conversation: g,
    id,
    pinned: true,
    by: 'bob',
    at: clock.now(),
    version: pinned.version,
  })
  expect((pinned.version ?? '') < (unpinned.version ?? '')).toBe(true)
})

it('[PIN1] is one register per message: again by the same user is the same, by another it is his', () => {
  const { alice, bob, carol, id, quiet } = setUp()
  const first = bob.request('pin', { target: { id }, pinned: true })
  quiet()
  expect(bob.request('pin', { target: { id }, pinned: true })).toEqual(first)
  expect(alice.take()).toEqual([])
  carol.request('pin', { target: { id }, pinned: true })
  expect(told(alice.take())).toEqual([`live carol +${id}`])
  expect(told(page(alice))).toEqual([`history carol +${id}`])
})

it('[PIN1] a page that reaches the newest tells every pin there is, and what was unpinned; another page none', () => {
  const { alice, bob, carol, id } = setUp()
  const ids = Array.from({ length: 20 }, (_, n) => alice.say(g, `${n}`).id ?? '')
  const [second = ''] = ids
  for (const target of [id, second]) bob.request('pin', { target: { id: target }, pinned: true })
  bob.request('pin', { target: { id: second }, pinned: false })
  expect(told(page(carol, { newest: true }, 2))).toEqual([`history bob +${id}`, `history bob -${second}`])
  expect(told(page(carol, { before: '000000000010' }))).toEqual([])
  const silent = setUp({ history: { includes: ['edits'] } })
  silent.bob.request('pin', { target: { id: silent.id }, pinned: true })
  expect(told(page(silent.carol))).toEqual([])
})

it('[PIN1] keeps pins for a device that is away', () => {
  const { backend, bob, carol, id } = setUp()
  carol.detach()
  bob.request('pin', { target: { id }, pinned: true })
  expect(told(attachDevice(backend, 'carol', { resume: carol.token }).take())).toEqual([`catchup bob +${id}`])
})

it('[PIN1] unpins what is recalled, and what is deleted for all', () => {
  const { alice, bob, carol, id, quiet } = setUp({ deletion: 'forAll' })
  const other = bob.say(g, 'mine').id ?? ''
  for (const target of [id, other]) carol.request('pin', { target: { id: target }, pinned: true })
  quiet()
  alice.request('recall', { target: { id } })
  bob.request('delete', { target: { id: other } })
  expect(told(carol.take())).toEqual([`live alice -${id}`, `live bob -${other}`])
  expect(told(page(carol))).toEqual([`history alice -${id}`, `history bob -${other}`])
  expect(carol.refusal('pin', { target: { id }, pinned: true }).code).toBe('notFound')
})

it('lets only moderators pin where the policy says so, and both of two people', () => {
  const { alice, bob, id } = setUp({ pins: 'moderators' })
  expect(bob.refusal('pin', { target: { id }, pinned: true })).toMatchObject({ code: 'forbidden', path: 'target' })
  alice.request('pin', { target: { id }, pinned: true })
  const words = alice.say(direct('bob'), 'hello').id ?? ''
  bob.request('pin', { target: { id: words }, pinned: true })
  alice.request('pin', { target: { id: words }, pinned: false })
  const nobody = setUp({ pins: false })
  expect(nobody.alice.refusal('pin', { target: { id: nobody.id }, pinned: true }).code).toBe('unsupported')
})

it('refuses pins of what is not there or not in sight, and of those who may not write', () => {
  const { backend, alice, bob, carol, id } = setUp()
  const refusal = (device: TestDevice, target: string) => device.refusal('pin', { target: { id: target }, pinned: true }).code
  const directed = alice.say(g, 'for bob', { to: ['bob'] }).id ?? ''
  expect([refusal(bob, 'never'), refusal(carol, directed), refusal(attachDevice(backend, 'dave'), id)]).toEqual([
    'notFound',
    'notFound',
    'forbidden',
  ])
  backend.mute(g, 'carol')
  expect(refusal(carol, id)).toBe('muted')
})

it('tells of a pin to those who see the message', () => {
  const { backend, alice, bob, carol, quiet } = setUp()
  const directed = alice.say(g, 'for bob', { to: ['bob'] }).id ?? ''
  backend.addMember(g, 'dave')
  const dave = attachDevice(backend, 'dave')
  quiet()
  bob.request('pin', { target: { id: directed }, pinned: true })
  expect(told(alice.take())).toEqual([`live bob +${directed}`])
  expect([told(carol.take()), told(page(carol)), told(dave.take()), told(page(dave))]).toEqual([[], [], [], []])
})

it('bounds how many are pinned at once', () => {
  const { alice, bob } = setUp()
  const ids = Array.from({ length: 51 }, (_, n) => alice.say(g, `${n}`).id ?? '')
  const [first = '', ...others] = ids
  for (const id of others) bob.request('pin', { target: { id }, pinned: true })
  expect(bob.refusal('pin', { target: { id: first }, pinned: true })).toMatchObject({ code: 'tooLarge', limit: 50 })
  bob.request('pin', { target: { id: others[0] ?? '' }, pinned: false })
  bob.request('pin', { target: { id: first }, pinned: true })
})
