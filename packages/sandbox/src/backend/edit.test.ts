import type { Body } from '@parlance/core'
import { direct, group } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import { expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { SandboxPolicy } from './policy.ts'
import { attachDevice } from './testing/attachDevice.ts'

const MINUTE = 60_000
const text = (words: string): Body => ({ type: 'text', text: words })
const setUp = (policy: SandboxPolicy = {}) => {
  const clock = testClock()
  const groups = [{ id: 'g', owner: 'alice', members: ['bob'] }]
  const backend = createBackend({ users: ['alice', 'bob', 'mallory'], groups, policy, clock })
  const alice = attachDevice(backend, 'alice')
  const bob = attachDevice(backend, 'bob')
  const { id = '' } = alice.say(direct('bob'), 'hello')
  for (const device of [alice, bob]) device.take()
  const page = () => bob.request('history', { query: { conversation: direct('alice'), count: 5, at: { newest: true } } }).facts
  return { clock, backend, alice, bob, id, page }
}

it('[CVG3] tells everybody the new body with a version that grows', () => {
  const { alice, bob, id } = setUp()
  const first = alice.request('edit', { target: { id }, body: text('hello!'), ext: { a: 1 } })
  const second = alice.request('edit', { target: { id }, body: text('hello!!') })
  expect((first.version ?? '') < (second.version ?? '')).toBe(true)
  expect(bob.take()).toMatchObject([
    {
      type: 'edited',
      origin: 'live',
      target: { id, conversation: direct('alice') },
      body: text('hello!'),
      ext: { a: 1 },
      by: 'alice',
      as: 'author',
      version: first.version,
    },
    { type: 'edited', body: text('hello!!'), version: second.version },
  ])
  expect(alice.taken('edited').map(({ origin }) => origin)).toEqual(['echo', 'echo'])
})

it('[EDT1] gives an edited message in a page with its current body and the edit', () => {
  const { alice, id, page } = setUp()
  const { version } = alice.request('edit', { target: { id }, body: text('new') })
  expect(page()).toMatchObject([
    { type: 'message', message: { body: text('new') } },
    { type: 'edited', origin: 'history', body: text('new'), version },
  ])
})

it('gives originals where history returns those, and the edit only if it includes edits', () => {
  const withEdits = setUp({ history: { returns: 'original' } })
  withEdits.alice.request('edit', { target: { id: withEdits.id }, body: text('new') })
  expect(withEdits.page()).toMatchObject([{ message: { body: text('hello') } }, { type: 'edited', body: text('new') }])

  const without = setUp({ history: { returns: 'original', includes: [] } })
  without.alice.request('edit', { target: { id: without.id }, body: text('new') })
  expect(without.page()).toMatchObject([{ message: { body: text('hello') } }])
  expect(without.page()).toHaveLength(1)
})

it('includes edits in pages of current bodies, whatever else the policy says', () => {
  expect(setUp({ history: { includes: [] } }).backend.capabilities.history.includes).toEqual(['edits'])
})

it('holds to the window, which ends after a quarter of an hour unless the policy says otherwise', async () => {
  const { alice, id, clock } = setUp()
  await clock.advance(15 * MINUTE)
  alice.request('edit', { target: { id }, body: text('in time') })
  await clock.advance(1)
  expect(alice.refusal('edit', { target: { id }, body: text('late') })).toMatchObject({ code: 'editTooLate', limit: 15 * MINUTE })
})

it('refuses others, unless they moderate and the policy lets them', () => {
  const { alice, bob, id } = setUp()
  expect(bob.refusal('edit', { target: { id }, body: text('yours') }).code).toBe('forbidden')
  const inGroup = bob.say(group('g'), 'mine').id ?? ''
  expect(alice.refusal('edit', { target: { id: inGroup }, body: text('yours') }).code).toBe('forbidden')

  const lax = setUp({ edit: { moderators: true } })
  const other = lax.bob.say(group('g'), 'mine').id ?? ''
  lax.alice.request('edit', { target: { id: other }, body: text('better') })
  expect(lax.bob.taken('edited')).toMatchObject([{ by: 'alice', as: 'moderator' }])
})

it('[EDT1] refuses to change what was recalled or is a command, and what isn’t there', () => {
  const { alice, id } = setUp()
  const { id: command = '' } = alice.say(direct('bob'), '', { body: { type: 'command', action: 'wave' } })
  expect(alice.refusal('edit', { target: { id: command }, body: text('x') }).code).toBe('invalid')
  expect(alice.refusal('edit', { target: { id }, body: { type: 'command', action: 'wave' } }).code).toBe('invalid')
  alice.request('recall', { target: { id } })
  expect(alice.refusal('edit', { target: { id }, body: text('back') }).code).toBe('notFound')
})

it('judges an edit as it would a send', () => {
  const { alice, backend, id } = setUp({ content: [{ match: 'spam', refuse: 'contentRejected' }], maxMessageBytes: 200 })
  expect(alice.refusal('edit', { target: { id }, body: text('SPAM') }).code).toBe('contentRejected')
  expect(alice.refusal('edit', { target: { id }, body: text('long'.repeat(100)) })).toMatchObject({ code: 'tooLarge', limit: 200 })
  backend.block('bob', 'alice')
  expect(alice.refusal('edit', { target: { id }, body: text('x') }).code).toBe('blocked')
})

it('is unsupported where there are no edits', () => {
  const { alice, id, backend } = setUp({ edit: false })
  expect(backend.capabilities.edit).toBeUndefined()
  expect(alice.refusal('edit', { target: { id }, body: text('x') }).code).toBe('unsupported')
})

it('tells a device that was away the last of many edits', () => {
  const { alice, backend, id } = setUp()
  const away = attachDevice(backend, 'bob', { device: 'away' })
  away.detach()
  alice.request('edit', { target: { id }, body: text('one') })
  alice.request('edit', { target: { id }, body: text('two') })
  const back = attachDevice(backend, 'bob', { device: 'away', resume: away.token })
  expect(back.take().at(-1)).toMatchObject({ type: 'edited', origin: 'catchup', body: text('two') })
})
