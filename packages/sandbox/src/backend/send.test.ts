import { direct, group } from '@parlance/core'
import type { Fact, JsonObject, OutgoingMessage } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import { expect, it } from 'vitest'
import type { SandboxPolicy } from './policy.ts'
import { createBackend } from './createBackend.ts'
import { attachDevice, texts } from './testing/attachDevice.ts'

const setUp = (policy: SandboxPolicy = {}) => {
  const clock = testClock()
  const backend = createBackend({
    users: ['alice', 'bob', 'carol'],
    groups: [{ id: 'g', owner: 'alice', members: ['bob', 'carol'] }],
    policy,
    clock,
  })
  const alice = attachDevice(backend, 'alice')
  const tablet = attachDevice(backend, 'alice', { device: 'tablet' })
  const bob = attachDevice(backend, 'bob')
  for (const device of [alice, tablet, bob]) device.take()
  return { clock, backend, alice, tablet, bob }
}
const toBob: OutgoingMessage = { conversation: direct('bob'), localId: 'l1', body: { type: 'text', text: 'hello' } }

it('[ORD1] gives positions that compare as strings in the order of sending, also past a thousand', () => {
  const { alice, bob } = setUp()
  const positions = Array.from({ length: 1_200 }, (_, n) => alice.say(direct('bob'), `${n}`).position ?? '')
  expect([...positions].sort()).toEqual(positions)
  expect(new Set(positions).size).toBe(1_200)
  expect(bob.taken('message').map(({ message }) => message.position)).toEqual(positions)
})

it('tells each of the two by his own name for the conversation, and the sender’s devices too', () => {
  const { alice, tablet, bob } = setUp()
  const ack = alice.request('send', { message: toBob })
  const told = { from: 'alice', localId: 'l1', body: toBob.body, id: ack.id, position: ack.position, sentAt: ack.at }
  expect(bob.take()).toEqual([{ type: 'message', origin: 'live', message: { ...told, conversation: direct('alice') } }])
  expect(alice.take()).toEqual([{ type: 'message', origin: 'echo', message: { ...told, conversation: direct('bob') } }])
  expect(tablet.take()).toEqual([{ type: 'message', origin: 'live', message: { ...told, conversation: direct('bob') } }])
})

it('[ID2] takes the same localId for the same message, with the same ack, however often and whatever changed since', () => {
  const { alice, tablet, bob, backend } = setUp({ rateLimit: { count: 1, perMs: 60_000 } })
  const ack = alice.request('send', { message: toBob })
  backend.block('bob', 'alice')
  expect(alice.request('send', { message: { ...toBob, body: { type: 'text', text: 'other' } } })).toEqual(ack)
  expect(tablet.request('send', { message: toBob })).toEqual(ack)
  expect(texts(bob.take())).toEqual(['hello'])
  expect(backend.stored('alice', 'l1')).toBe(1)
})

it('refuses a localId that names a message of another conversation', () => {
  const { alice } = setUp()
  alice.request('send', { message: toBob })
  expect(alice.refusal('send', { message: { ...toBob, conversation: group('g') } })).toMatchObject({
    code: 'invalid',
    path: 'message.localId',
  })
})

it('keeps the localIds of two senders apart', () => {
  const { alice, bob, backend } = setUp()
  alice.request('send', { message: toBob })
  bob.request('send', { message: { ...toBob, conversation: direct('alice') } })
  expect(backend.inspect(direct('bob'), 'alice')).toHaveLength(2)
})

it('forgets a localId after the window, or at once, where the policy says so', async () => {
  const windowed = setUp({ dedupe: { windowMs: 1_000 } })
  const first = windowed.alice.request('send', { message: toBob })
  await windowed.clock.advance(1_000)
  expect(windowed.alice.request('send', { message: toBob })).toEqual(first)
  await windowed.clock.advance(1)
  expect(windowed.alice.request('send', { message: toBob }).id).not.toBe(first.id)

  const none = setUp({ dedupe: 'none' })
  none.alice.request('send', { message: toBob })
  none.alice.request('send', { message: toBob })
  expect(none.backend.stored('alice', 'l1')).toBe(2)
})

it('[ID5] leaves the localId out of every copy and reference where it isn’t visible', () => {
  const { alice, bob } = setUp({ localIdVisible: false })
  const { id } = alice.request('send', { message: toBob })
  bob.request('send', { message: { ...toBob, conversation: direct('alice'), localId: 'l2', replyTo: { from: 'alice', localId: 'l1' } } })
  bob.request('markRead', { conversation: direct('alice'), target: { whole: true } })
  alice.request('recall', { target: { from: 'alice', localId: 'l1' } })
  const page = bob.request('history', { query: { conversation: direct('alice'), count: 10, at: { newest: true } } })
  const told = JSON.stringify([...alice.take(), ...bob.take(), ...page.facts])
  expect(told).not.toContain('localId')
  expect(told).toContain(`"replyTo":{"conversation":"direct:alice","id":"${id}","from":"alice"}`)
})

it('acks without a position where the order comes late, and the copies follow the ack', async () => {
  const { alice, tablet, bob, clock } = setUp({ order: 'late' })
  const ack = alice.request('send', { message: toBob })
  expect(ack).toEqual({ id: ack.id, at: clock.now() })
  expect([...alice.take(), ...bob.take()]).toEqual([])
  await clock.settle()
  for (const device of [alice, tablet, bob])
    expect(device.taken('message').map(({ message }) => message.position)).toEqual(['000000000001'])
})

it('does what it put off before the next request', () => {
  const { alice, bob } = setUp({ order: 'late' })
  alice.request('send', { message: toBob })
  const page = bob.request('history', { query: { conversation: direct('alice'), count: 10, at: { newest: true } } })
  expect(texts(page.facts)).toEqual(['hello'])
})

it('gives the sending device no copy where there is no echo, and its other devices one all the same', async () => {
  const { alice, tablet } = setUp({ ownEcho: false })
  alice.request('send', { message: toBob })
  expect(alice.take()).toEqual([])
  expect(texts(tablet.take())).toEqual(['hello'])

  const late = setUp({ ownEcho: false, order: 'late' })
  const { id } = late.alice.request('send', { message: toBob })
  await late.clock.settle()
  expect(late.alice.take()).toMatchObject([{ type: 'accepted', localId: 'l1', ack: { id, position: '000000000001' } }])
})

it('[SND10] accepts, and refuses afterwards, where the policy says so; what was refused may come again', async () => {
  const { alice, bob, backend, clock } = setUp({ refusalAfterAck: true, content: [{ match: 'hell', refuse: 'moderated' }] })
  expect(backend.capabilities.ack).toBe('taken')
  const ack = alice.request('send', { message: toBob })
  expect(ack.id).toBeDefined()
  expect(alice.take()).toEqual([])
  await clock.settle()
  expect(alice.take()).toMatchObject([{ type: 'refused', localId: 'l1', error: { code: 'moderated' } }])
  expect(bob.take()).toEqual([])
  expect(backend.inspect(direct('bob'), 'alice')).toEqual([])
  const again = alice.request('send', { message: { ...toBob, body: { type: 'text', text: 'good day' } } })
  expect(again.id).not.toBe(ack.id)
  expect(texts(bob.take())).toEqual(['good day'])
})

it('shows a directed message only to those it is for, everywhere', () => {
  const { alice, bob, backend } = setUp()
  const carol = attachDevice(backend, 'carol')
  carol.take()
  const { id } = alice.say(group('g'), 'psst', { to: ['bob'] })
  expect(texts(bob.take())).toEqual(['psst'])
  expect(carol.take()).toEqual([])
  expect(backend.unread('bob', group('g'))).toBe(1)
  expect(backend.unread('carol', group('g'))).toBe(0)
  const page = carol.request('history', { query: { conversation: group('g'), count: 10, at: { newest: true } } })
  expect(texts(page.facts)).toEqual([])
  const [entry] = carol.request('conversations', { count: 10 }).entries
  expect(entry?.last).toBeUndefined()
  expect(carol.refusal('recall', { target: { conversation: group('g'), id: id ?? '' } }).code).toBe('notFound')
  alice.request('recall', { target: { conversation: group('g'), id: id ?? '' } })
  expect(bob.taken('recalled')).toHaveLength(1)
  expect(carol.take()).toEqual([])
})

it('refuses to direct a message to somebody who isn’t there', () => {
  const { alice } = setUp()
  expect(alice.refusal('send', { message: { ...toBob, to: ['carol'] } })).toMatchObject({ code: 'invalid', path: 'message.to[0]' })
})

it('names what a message answers in each one’s terms, by all its names', () => {
  const { alice, bob } = setUp()
  alice.request('send', { message: toBob })
  bob.say(direct('alice'), 'yes', { replyTo: { conversation: direct('alice'), from: 'alice', localId: 'l1' } })
  const replies = (facts: readonly Fact[]) =>
    facts.flatMap(fact => (fact.type === 'message' && fact.message.replyTo ? [fact.message.replyTo] : []))
  expect(replies(alice.take())).toEqual([{ conversation: direct('bob'), id: 'm1', from: 'alice', localId: 'l1' }])
  expect(replies(bob.take())).toEqual([{ conversation: direct('alice'), id: 'm1', from: 'alice', localId: 'l1' }])
  expect(
    bob.refusal('send', {
      message: { ...toBob, conversation: direct('alice'), localId: 'x', replyTo: { conversation: group('g'), id: 'm1' } },
    }),
  ).toMatchObject({
    code: 'invalid',
    path: 'message.replyTo.conversation',
  })
})

it('[RCV7] delivers a command with a position, and keeps it out of pages, previews and counts', () => {
  const { alice, bob, backend } = setUp()
  alice.say(direct('bob'), 'hello')
  const { position } = alice.request('send', { message: { ...toBob, localId: 'c', body: { type: 'command', action: 'wave' } } })
  expect(position).toBe('000000000002')
  expect(bob.taken('message').map(({ message }) => message.body.type)).toEqual(['text', 'command'])
  expect(backend.unread('bob', direct('alice'))).toBe(1)
  const [entry] = bob.request('conversations', { count: 1 }).entries
  expect(entry).toMatchObject({ last: { body: { text: 'hello' } }, unread: { count: 1, asOf: '000000000001' } })
  const page = bob.request('history', { query: { conversation: direct('alice'), count: 10, at: { newest: true } } })
  expect(page.facts.filter(({ type }) => type === 'message')).toHaveLength(1)
})

it('[UNR1] a conversation with oneself is legal, and always read', () => {
  const { alice, tablet, backend } = setUp()
  alice.say(direct('alice'), 'note')
  expect(texts(tablet.take())).toEqual(['note'])
  expect(texts(alice.take())).toEqual(['note'])
  expect(backend.unread('alice', direct('alice'))).toBe(0)
  const page = alice.request('history', { query: { conversation: direct('alice'), count: 10, at: { newest: true } } })
  expect(texts(page.facts)).toEqual(['note'])
})

it('numbers ids within the conversation where they aren’t unique everywhere, and asks for the conversation then', () => {
  const { alice, bob } = setUp({ ids: 'conversation' })
  const { id } = alice.say(direct('bob'), 'one')
  expect(alice.say(group('g'), 'two').id).toBe(id)
  expect(alice.refusal('recall', { target: { id: id ?? '' } })).toMatchObject({ code: 'invalid', path: 'target.conversation' })
  alice.request('recall', { target: { conversation: direct('bob'), id: id ?? '' } })
  expect(bob.taken('recalled')).toMatchObject([{ target: { conversation: direct('alice'), id } }])
})

it('lets as many through as the rate allows, says when there is room again, and counts repeated sends once', async () => {
  const { alice, clock } = setUp({ rateLimit: { count: 2, perMs: 1_000 } })
  alice.request('send', { message: toBob })
  await clock.advance(400)
  alice.request('send', { message: toBob })
  alice.say(direct('bob'), 'two')
  const again = { ...toBob, localId: 'l3' }
  expect(alice.refusal('send', { message: again })).toMatchObject({ code: 'rateLimited', retryAfterMs: 600 })
  await clock.advance(600)
  expect(alice.request('send', { message: again }).id).toBeDefined()
})

it('[FWD1] passes on whose words they were', () => {
  const { alice, bob } = setUp()
  alice.request('send', { message: { ...toBob, forwardedFrom: 'carol' } })
  expect(bob.taken('message')[0]?.message).toMatchObject({ from: 'alice', forwardedFrom: 'carol' })
  const page = bob.request('history', { query: { conversation: direct('alice'), count: 1, at: { newest: true } } })
  expect(page.facts).toMatchObject([{ message: { forwardedFrom: 'carol' } }])
})

it('[RCP4] lets only moderators of a group ask for a read count, where the policy says so', () => {
  const { alice, bob } = setUp({ readCountFor: 'moderators' })
  const asking = { ...toBob, conversation: group('g'), wantsReadCount: true }
  expect(bob.refusal('send', { message: asking })).toMatchObject({ code: 'forbidden', path: 'message.wantsReadCount' })
  bob.request('send', { message: { ...asking, wantsReadCount: false } })
  bob.request('send', { message: { ...asking, conversation: direct('alice'), localId: 'd' } })
  alice.take()
  alice.request('send', { message: asking })
  expect(alice.taken('readCount')).toHaveLength(1)
})

it('takes only strings in custom bodies where the policy says so, and says which value is none', () => {
  const { alice, bob } = setUp({ customValues: 'strings' })
  const custom = (data: JsonObject): OutgoingMessage => ({ ...toBob, body: { type: 'custom', event: 'poll', data } })
  expect(alice.refusal('send', { message: custom({ a: 'b', n: 1 }) })).toMatchObject({ code: 'invalid', path: 'message.body.data.n' })
  alice.request('send', { message: custom({ a: 'b', n: '1' }) })
  const [fact] = bob.taken('message')
  expect(fact?.message.body).toEqual({ type: 'custom', event: 'poll', data: { a: 'b', n: '1' } })
})
