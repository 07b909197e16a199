import type { Fact, ReactionFact } from '@parlance/core'
import { direct, group } from '@parlance/core'
import { expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { SandboxPolicy } from './policy.ts'
import type { TestDevice } from './testing/attachDevice.ts'
import { attachDevice } from './testing/attachDevice.ts'

const g = group('g')
const setUp = (policy: SandboxPolicy = {}) => {
  const backend = createBackend({
    users: ['alice', 'bob', 'carol', 'dave'],
    groups: [{ id: 'g', owner: 'alice', members: ['bob', 'carol'], pastVisible: false }],
    policy,
  })
  const alice = attachDevice(backend, 'alice')
  const bob = attachDevice(backend, 'bob')
  const tablet = attachDevice(backend, 'bob', { device: 'tablet' })
  const carol = attachDevice(backend, 'carol')
  const { id = '' } = alice.say(g, 'hello')
  const quiet = () => [alice, bob, tablet, carol].forEach(device => device.take())
  quiet()
  return { backend, alice, bob, tablet, carol, id, quiet }
}
const told = (facts: readonly Fact[]): readonly string[] =>
  facts
    .filter((fact): fact is ReactionFact => fact.type === 'reaction')
    .map(({ origin, user, emoji, active }) => `${origin} ${user} ${active ? '+' : '-'}${emoji}`)
const page = (device: TestDevice): readonly Fact[] =>
  device.request('history', { query: { conversation: g, count: 10, at: { newest: true } } }).facts

it('[RCT1] tells everybody who sees the message, my other devices too, with a version that grows and that my ack has', () => {
  const { alice, bob, tablet, carol, id } = setUp()
  const put = bob.request('react', { target: { id }, emoji: '👍', active: true })
  const taken = bob.request('react', { target: { id }, emoji: '👍', active: false })
  for (const device of [alice, tablet, carol]) expect(told(device.take())).toEqual(['live bob +👍', 'live bob -👍'])
  const own = bob.taken('reaction')
  expect(own.map(({ origin }) => origin)).toEqual(['echo', 'echo'])
  expect(own[0]?.target).toMatchObject({ conversation: g, id, from: 'alice' })
  expect(own.map(({ version }) => version)).toEqual([put.version, taken.version])
  expect((put.version ?? '') < (taken.version ?? '')).toBe(true)
})

it('[RCT1] is one register per message, user and emoji: again is the same, with the same version', () => {
  const { alice, bob, carol, id, quiet } = setUp()
  const first = bob.request('react', { target: { id }, emoji: '👍', active: true })
  quiet()
  expect(bob.request('react', { target: { id }, emoji: '👍', active: true })).toEqual(first)
  expect(bob.request('react', { target: { id }, emoji: '🎉', active: false }).version).toBeUndefined()
  expect([...alice.take(), ...bob.take()]).toEqual([])
  carol.request('react', { target: { id }, emoji: '👍', active: true })
  bob.request('react', { target: { id }, emoji: '🎉', active: true })
  expect(told(alice.take())).toEqual(['live carol +👍', 'live bob +🎉'])
  expect(told(page(alice))).toEqual(['history bob +👍', 'history bob +🎉', 'history carol +👍'])
})

it('[RCT1] tells in pages what was taken away, too: who was away may still show it', () => {
  const { bob, carol, id } = setUp()
  bob.request('react', { target: { id }, emoji: '👍', active: true })
  bob.request('react', { target: { id }, emoji: '👍', active: false })
  expect(told(page(carol))).toEqual(['history bob -👍'])
  const silent = setUp({ history: { includes: ['edits'] } })
  silent.bob.request('react', { target: { id: silent.id }, emoji: '👍', active: true })
  expect(told(page(silent.carol))).toEqual([])
})

it('[RCT1] keeps reactions for a device that is away', () => {
  const { backend, bob, carol, id } = setUp()
  carol.detach()
  bob.request('react', { target: { id }, emoji: '👍', active: true })
  const back = attachDevice(backend, 'carol', { resume: carol.token })
  expect(back.continuity).toBe('whole')
  expect(told(back.take())).toEqual(['catchup bob +👍'])
})

it('[RCT1] goes with its message when that is recalled, also what was still on its way to somebody', () => {
  const { backend, alice, bob, carol, id } = setUp()
  carol.detach()
  bob.request('react', { target: { id }, emoji: '👍', active: true })
  alice.request('recall', { target: { id } })
  const back = attachDevice(backend, 'carol', { resume: carol.token })
  expect(back.take().map(({ type }) => type)).toEqual(['recalled', 'recalled'])
  expect(told(page(alice))).toEqual([])
  expect(bob.refusal('react', { target: { id }, emoji: '👍', active: true }).code).toBe('notFound')
})

it('refuses what is not there, not in sight, or takes no reaction', () => {
  const { backend, alice, bob, carol, id } = setUp()
  const refusal = (device: TestDevice, target: string) =>
    device.refusal('react', { target: { id: target }, emoji: '👍', active: true }).code
  const directed = alice.say(g, 'for bob', { to: ['bob'] }).id ?? ''
  expect([refusal(bob, 'never'), refusal(carol, directed)]).toEqual(['notFound', 'notFound'])
  expect(refusal(attachDevice(backend, 'dave'), id)).toBe('forbidden')
  backend.addMember(g, 'dave')
  expect(refusal(attachDevice(backend, 'dave'), id)).toBe('notFound')
  carol.request('delete', { target: { id } })
  expect(refusal(carol, id)).toBe('notFound')
  const message = { conversation: g, localId: 'c', body: { type: 'command', action: 'blink' } } as const
  expect(refusal(bob, alice.request('send', { message }).id ?? '')).toBe('invalid')
  expect(bob.refusal('react', { target: { id }, emoji: '', active: true })).toMatchObject({ code: 'invalid', path: 'emoji' })
  expect(bob.refusal('react', { target: { id }, emoji: 'x'.repeat(65), active: true })).toMatchObject({ code: 'invalid', path: 'emoji' })
  const without = setUp({ reactions: false })
  expect(without.bob.refusal('react', { target: { id: without.id }, emoji: '👍', active: true }).code).toBe('unsupported')
})

it('tells those of a message nothing who have no sight of it', () => {
  const { backend, bob, id } = setUp()
  backend.addMember(g, 'dave')
  const dave = attachDevice(backend, 'dave')
  dave.take()
  bob.request('react', { target: { id }, emoji: '👍', active: true })
  expect(dave.take()).toEqual([])
})

it('lets who may not write any more take back what he put there, and put nothing', () => {
  const { backend, bob, alice, id } = setUp()
  bob.request('react', { target: { id }, emoji: '👍', active: true })
  backend.mute(g, 'bob')
  expect(bob.refusal('react', { target: { id }, emoji: '🎉', active: true }).code).toBe('muted')
  bob.request('react', { target: { id }, emoji: '👍', active: false })
  const { id: words = '' } = alice.say(direct('bob'), 'hello')
  backend.block('alice', 'bob')
  expect(bob.refusal('react', { target: { id: words }, emoji: '👍', active: true }).code).toBe('blocked')
})

it('bounds how many different emoji one user puts to one message', () => {
  const { bob, carol, id } = setUp()
  const put = (device: TestDevice, emoji: string) => device.request('react', { target: { id }, emoji, active: true })
  for (let n = 0; n < 20; n++) put(bob, `:${n}:`)
  expect(bob.refusal('react', { target: { id }, emoji: '👍', active: true })).toMatchObject({ code: 'tooLarge', path: 'emoji', limit: 20 })
  bob.request('react', { target: { id }, emoji: ':3:', active: false })
  put(bob, ':3:')
  put(carol, '👍')
})
