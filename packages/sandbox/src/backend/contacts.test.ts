import type { Contact } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { SandboxPolicy } from './policy.ts'
import type { TestDevice } from './testing/attachDevice.ts'
import { attachDevice } from './testing/attachDevice.ts'

const setUp = (policy: SandboxPolicy = {}) => {
  const backend = createBackend({ users: ['alice', 'bob', 'carol'], policy })
  const [alice, tablet, bob] = [
    attachDevice(backend, 'alice'),
    attachDevice(backend, 'alice', { device: 'tablet' }),
    attachDevice(backend, 'bob'),
  ]
  for (const device of [alice, tablet, bob]) device.take()
  return { backend, alice, tablet, bob }
}
const states = (device: TestDevice): readonly string[] =>
  device.taken('contacts').flatMap(({ contacts }) => contacts.map(({ user, state }) => `${user} ${state}`))
const listed = (device: TestDevice): readonly Contact[] => device.request('contacts', {}).contacts

describe('[CTC1] a request', () => {
  it('is told to both on all their devices, with its words and its time, and accepted by an answer', () => {
    const { alice, tablet, bob } = setUp()
    alice.request('addContact', { user: 'bob', message: 'It is me.' })
    const [asked] = bob.taken('contacts')
    expect(asked).toMatchObject({ origin: 'live', contacts: [{ user: 'alice', state: 'incoming', message: 'It is me.' }] })
    expect(asked?.contacts[0]?.at).toBeTypeOf('number')
    bob.request('acceptContact', { user: 'alice' })
    bob.request('acceptContact', { user: 'alice' })
    expect([states(alice), states(tablet), states(bob)]).toEqual([
      ['bob outgoing', 'bob contact'],
      ['bob outgoing', 'bob contact'],
      ['alice contact'],
    ])
  })

  it('of both is accepted', () => {
    const { alice, bob } = setUp()
    alice.request('addContact', { user: 'bob' })
    bob.request('addContact', { user: 'alice', message: 'me too' })
    expect([states(alice), states(bob)]).toEqual([
      ['bob outgoing', 'bob contact'],
      ['alice incoming', 'alice contact'],
    ])
  })

  it('is declined to who asked, who may ask again', () => {
    const { alice, bob } = setUp()
    alice.request('addContact', { user: 'bob' })
    bob.request('declineContact', { user: 'alice' })
    bob.request('declineContact', { user: 'alice' })
    expect([states(alice), states(bob)]).toEqual([
      ['bob outgoing', 'bob declined'],
      ['alice incoming', 'alice none'],
    ])
    alice.request('addContact', { user: 'bob' })
    expect(states(bob)).toEqual(['alice incoming'])
  })

  it('is taken back, and told again only with other words', () => {
    const { alice, bob } = setUp()
    for (const message of ['please', 'please', 'pretty please']) alice.request('addContact', { user: 'bob', message })
    alice.request('removeContact', { user: 'bob' })
    expect(states(bob)).toEqual(['alice incoming', 'alice incoming', 'alice none'])
    expect(bob.refusal('acceptContact', { user: 'alice' }).code).toBe('notFound')
    expect(bob.refusal('declineContact', { user: 'alice' }).code).toBe('notFound')
  })

  it('is refused to who is blocked, to nobody, to oneself, with too many words, and where there are no contacts', () => {
    const { alice, backend } = setUp()
    backend.block('bob', 'alice')
    expect(alice.refusal('addContact', { user: 'bob' }).code).toBe('blocked')
    expect(alice.refusal('addContact', { user: 'nobody' }).code).toBe('notFound')
    expect(alice.refusal('addContact', { user: 'alice' }).code).toBe('invalid')
    expect(alice.refusal('addContact', { user: 'carol', message: 'x'.repeat(501) })).toMatchObject({ code: 'tooLarge', limit: 500 })
    const poor = setUp({ contacts: false }).alice
    for (const code of [poor.refusal('addContact', { user: 'bob' }).code, poor.refusal('contacts', {}).code])
      expect(code).toBe('unsupported')
  })
})

describe('[CTC1] the list', () => {
  it('has everybody who stands to me in some way, and a version as great as any of them', () => {
    const { alice, bob, backend } = setUp()
    expect(alice.request('contacts', {})).toEqual({ type: 'contacts', origin: 'history', whole: true, contacts: [] })
    alice.request('addContact', { user: 'carol' })
    bob.request('addContact', { user: 'alice', message: 'hi' })
    expect(listed(alice)).toMatchObject([
      { user: 'carol', state: 'outgoing' },
      { user: 'bob', state: 'incoming', message: 'hi' },
    ])
    const versions = alice.taken('contacts').map(({ version }) => version)
    expect(alice.request('contacts', {}).version).toBe(versions.at(-1))
    backend.act('carol', 'declineContact', { user: 'alice' })
    alice.request('removeContact', { user: 'bob' })
    expect(listed(alice)).toMatchObject([{ user: 'carol', state: 'declined' }])
    alice.request('removeContact', { user: 'carol' })
    expect([listed(alice), listed(bob)]).toEqual([[], []])
  })

  it('of a device that was away comes on with what it missed', () => {
    const { alice, tablet, bob, backend } = setUp()
    const { token } = tablet
    tablet.detach()
    alice.request('addContact', { user: 'bob' })
    bob.request('acceptContact', { user: 'alice' })
    expect(states(attachDevice(backend, 'alice', { device: 'tablet', resume: token }))).toEqual(['bob outgoing', 'bob contact'])
  })
})
