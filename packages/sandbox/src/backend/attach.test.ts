import { direct } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import { expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { SandboxPolicy } from './policy.ts'
import { attachDevice, texts } from './testing/attachDevice.ts'

const setUp = (policy: SandboxPolicy = {}) => {
  const backend = createBackend({ users: ['alice', 'bob'], policy, clock: testClock() })
  const say = (...words: readonly string[]) => {
    for (const text of words) backend.post('alice', direct('bob'), text)
  }
  return { backend, say, bob: attachDevice(backend, 'bob') }
}
const refusal = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error
  }
}

it('[LNK1] numbers what it tells a device without holes', () => {
  const { say, bob } = setUp()
  say('one', 'two', 'three')
  expect(bob.numbers).toEqual([1, 2, 3, 4])
})

it('[RCV2] begins with a gap when nothing is known of what the device has', () => {
  const { bob, backend } = setUp()
  expect(bob.continuity).toBe('gap')
  expect(attachDevice(backend, 'bob').continuity).toBe('gap')
  const { token } = attachDevice(backend, 'alice')
  expect(attachDevice(backend, 'bob', { resume: token }).continuity).toBe('gap')
})

it('[RES1] goes on from a token without a gap: what was missed, in order, once, then what comes', () => {
  const { backend, say, bob } = setUp()
  say('one')
  const { token } = bob
  say('two')
  bob.detach()
  say('three')
  const back = attachDevice(backend, 'bob', { resume: token })
  say('four')
  expect(back.continuity).toBe('whole')
  const facts = back.take()
  expect(texts(facts)).toEqual(['two', 'three', 'four'])
  expect(facts.map(({ origin }) => origin)).toEqual(['catchup', 'catchup', 'live'])
  expect(back.numbers).toEqual([3, 4, 5])
})

it('[RES1] goes on from any later token as well', () => {
  const { backend, say, bob } = setUp()
  say('one', 'two')
  bob.detach()
  const second = attachDevice(backend, 'bob', { resume: bob.token })
  expect(second.take()).toEqual([])
  say('three')
  second.detach()
  say('four')
  expect(texts(attachDevice(backend, 'bob', { resume: second.token }).take())).toEqual(['four'])
})

it('[RES1] says that there is a gap when a token is older than what is kept', () => {
  const { backend, say, bob } = setUp({ queue: 3 })
  const { token } = bob
  bob.detach()
  say('1', '2', '3')
  const inTime = attachDevice(backend, 'bob', { resume: token })
  expect([inTime.continuity, ...texts(inTime.take())]).toEqual(['whole', '1', '2', '3'])
  inTime.detach()
  say('4')
  expect(attachDevice(backend, 'bob', { resume: token }).continuity).toBe('gap')
})

it('keeps what is bounded, however much is told', () => {
  const { backend, say, bob } = setUp({ queue: 10 })
  bob.detach()
  say(...Array.from({ length: 1_000 }, (_, n) => `${n}`))
  const back = attachDevice(backend, 'bob', { resume: bob.token })
  expect(back.continuity).toBe('gap')
  say('next')
  expect(texts(back.take())).toEqual(['next'])
})

it('[RES1] takes no token of another device, of another run, or of a device that was forgotten', () => {
  const { backend, bob } = setUp()
  expect(attachDevice(backend, 'bob', { device: 'other', resume: bob.token }).continuity).toBe('gap')
  const otherRun = createBackend({ users: ['alice', 'bob'], seed: 'other' })
  expect(attachDevice(otherRun, 'bob', { resume: bob.token }).continuity).toBe('gap')
  bob.detach()
  for (let n = 0; n < 100; n++) attachDevice(backend, 'bob', { device: `d${n}` }).detach()
  expect(attachDevice(backend, 'bob', { resume: bob.token }).continuity).toBe('gap')
})

it('[RES1] takes what is no token, or a number that was never given, for nothing known', () => {
  const { backend, bob } = setUp()
  const token = bob.token as { readonly device: string }
  const strange = [
    'x',
    1,
    null,
    [],
    {},
    { device: 1, number: 1 },
    { ...token, number: -1 },
    { ...token, number: 0.5 },
    { ...token, number: 99 },
  ]
  for (const resume of strange) expect(attachDevice(backend, 'bob', { resume }).continuity).toBe('gap')
})

it('begins every time with a gap where nothing is resumed', () => {
  const { backend, bob } = setUp({ resume: false })
  expect(backend.capabilities.resume).toBe(false)
  expect(attachDevice(backend, 'bob', { resume: bob.token }).continuity).toBe('gap')
})

it('asks for the right credential, unless whoever attaches vouches', () => {
  const { backend } = setUp()
  const enter = (user: string, credential: string) => refusal(() => attachDevice(backend, user, { credential }).continuity)
  expect(enter('bob', backend.token('bob'))).toBe('gap')
  expect(enter('bob', backend.token('alice'))).toMatchObject({ code: 'authRejected' })
  expect(enter('nobody', backend.token('bob'))).toMatchObject({ code: 'authRejected' })
  expect(refusal(() => attachDevice(backend, 'nobody'))).toMatchObject({ code: 'authRejected' })
})

it('[CON3] lets a credential expire in mid-session, and says so; the next one is good', () => {
  const { backend, bob } = setUp()
  const old = backend.token('bob')
  backend.expireToken('bob')
  expect(bob.ended).toMatchObject({ code: 'authExpired' })
  expect(bob.refusal('conversations', { count: 1 })).toMatchObject({ code: 'unavailable', effect: 'none' })
  expect(refusal(() => attachDevice(backend, 'bob', { credential: old }))).toMatchObject({ code: 'authExpired' })
  expect(attachDevice(backend, 'bob', { credential: backend.token('bob'), resume: bob.token }).continuity).toBe('whole')
})

it('derives credentials from the seed, or takes those of the policy', () => {
  const token = (seed: string, policy: SandboxPolicy = {}) => createBackend({ users: ['bob'], seed, policy }).token('bob')
  expect(token('a')).toBe(token('a'))
  expect(token('a')).not.toBe(token('b'))
  expect(token('a', { token: (user, renewal) => `${user}-${renewal}` })).toBe('bob-0')
})

it('ends the device attached longest when there are more than the policy allows, and the same device when it comes twice', () => {
  const { backend, bob } = setUp({ devices: 2 })
  const tablet = attachDevice(backend, 'bob', { device: 'tablet' })
  const watch = attachDevice(backend, 'bob', { device: 'watch' })
  expect(bob.ended).toMatchObject({ code: 'replacedElsewhere' })
  expect([tablet.ended, watch.ended]).toEqual([undefined, undefined])
  const again = attachDevice(backend, 'bob', { device: 'watch' })
  expect(watch.ended).toMatchObject({ code: 'replacedElsewhere' })
  watch.detach()
  backend.post('alice', direct('bob'), 'hello')
  expect(texts(again.take())).toEqual(['hello'])
  expect(backend.devices('bob')).toEqual(['tablet', 'watch'])
  backend.end('bob', { device: 'tablet', code: 'forbidden' })
  expect(tablet.ended).toMatchObject({ code: 'forbidden' })
  expect(again.ended).toBeUndefined()
})

it('tells every device in one order, and one thing after the other, also when one asks for something while it is told', () => {
  const { backend } = setUp()
  const seen = new Map<string, string[]>()
  for (const device of ['one', 'two', 'three']) {
    const order: string[] = []
    seen.set(device, order)
    const session = backend.attach({
      user: 'bob',
      device,
      deliver({ fact }) {
        const [text = ''] = texts([fact])
        order.push(text)
        if (device === 'two' && text === 'ping') {
          session.request('send', { message: { conversation: direct('alice'), localId: 'pong', body: { type: 'text', text: 'pong' } } })
        }
        order.push('heard')
      },
      ended() {},
    })
  }
  backend.post('alice', direct('bob'), 'ping')
  for (const order of seen.values()) expect(order).toEqual(['ping', 'heard', 'pong', 'heard'])
})

it('cuts everybody when a change of policy changes what the backend can do, and nobody when it doesn’t', () => {
  const { backend, bob } = setUp()
  backend.setPolicy({ rateLimit: { count: 1, perMs: 1 } })
  expect(bob.ended).toBeUndefined()
  backend.setPolicy({ recall: { mode: 'none' } })
  expect(bob.ended).toMatchObject({ code: 'unavailable', retryable: true })
  expect(backend.capabilities.recall.mode).toBe('none')
})
