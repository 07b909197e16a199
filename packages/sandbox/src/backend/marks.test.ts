import { direct, group } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import { expect, it } from 'vitest'
import { createBackend } from './createBackend.ts'
import type { SandboxPolicy } from './policy.ts'
import { attachDevice } from './testing/attachDevice.ts'

const setUp = (policy: SandboxPolicy = {}) => {
  const clock = testClock()
  const backend = createBackend({
    users: ['alice', 'bob', 'carol', 'dave'],
    groups: [{ id: 'g', owner: 'alice', members: ['bob', 'carol'] }],
    policy,
    clock,
  })
  const alice = attachDevice(backend, 'alice')
  const bob = attachDevice(backend, 'bob')
  const tablet = attachDevice(backend, 'bob', { device: 'tablet' })
  const carol = attachDevice(backend, 'carol')
  const devices = [alice, bob, tablet, carol]
  const quiet = () => devices.forEach(device => device.take())
  quiet()
  return { clock, backend, alice, bob, tablet, carol, quiet }
}
const fromAlice = direct('alice')
const g = group('g')

it('[RCP2] passes a mark on to the peer and to the reader’s other devices, in their terms', () => {
  const { alice, bob, tablet, clock, quiet } = setUp()
  const { id = '', position = '' } = alice.say(direct('bob'), 'hello', { localId: 'l1' })
  quiet()
  bob.request('markRead', { conversation: fromAlice, target: { upTo: { id } }, content: 'seen' })
  const receipt = { type: 'receipt', user: 'bob', kind: 'read', at: clock.now(), content: 'seen' }
  const names = { id, from: 'alice', localId: 'l1', position }
  expect(alice.take()).toEqual([
    { ...receipt, origin: 'live', conversation: direct('bob'), target: { upTo: { ...names, conversation: direct('bob') } } },
  ])
  expect(tablet.take()).toEqual([
    { ...receipt, origin: 'live', conversation: fromAlice, target: { upTo: { ...names, conversation: fromAlice } } },
  ])
  expect(bob.take()).toMatchObject([{ ...receipt, origin: 'echo' }])
})

it('[RCP3] takes either name and a bare position, and never more than there is', () => {
  const { alice, bob, backend, quiet } = setUp()
  for (const text of ['one', 'two', 'three', 'four']) alice.say(direct('bob'), text, { localId: text })
  quiet()
  const readOf = (target: object) => {
    bob.request('markRead', { conversation: fromAlice, target: target as never })
    return backend.unread('bob', fromAlice)
  }
  expect(readOf({ upTo: { id: 'm1' } })).toBe(3)
  expect(readOf({ upTo: { from: 'alice', localId: 'two' } })).toBe(2)
  expect(readOf({ upTo: { position: '000000000003' } })).toBe(1)
  expect(readOf({ upTo: { position: 'zzz' } })).toBe(0)
  expect(alice.taken('receipt').at(-1)?.target).toMatchObject({ upTo: { position: '000000000004' } })
  alice.say(direct('bob'), 'five')
  expect(backend.unread('bob', fromAlice)).toBe(1)
})

it('[RCP1] never moves a mark back, and says nothing of a mark that changes nothing', () => {
  const { alice, bob, backend, quiet } = setUp()
  const first = alice.say(direct('bob'), 'one').id ?? ''
  const second = alice.say(direct('bob'), 'two').id ?? ''
  bob.request('markRead', { conversation: fromAlice, target: { upTo: { id: second } } })
  quiet()
  bob.request('markRead', { conversation: fromAlice, target: { upTo: { id: first } } })
  bob.request('markRead', { conversation: fromAlice, target: { exactly: [{ id: first }] } })
  expect([...alice.take(), ...bob.take()]).toEqual([])
  expect(backend.unread('bob', fromAlice)).toBe(0)
})

it('[RCP2] says through which position a whole conversation was read', () => {
  const { alice, bob, tablet, quiet } = setUp()
  alice.say(direct('bob'), 'one')
  const { position } = alice.say(direct('bob'), 'two')
  quiet()
  bob.request('markRead', { conversation: fromAlice, target: { whole: true } })
  expect(alice.taken('receipt').map(({ target }) => target)).toEqual([{ whole: true, through: position }])
  expect(tablet.taken('receipt').map(({ target }) => target)).toEqual([{ whole: true, through: position }])
})

it('[UNR3] reads single messages, and moves the mark up once nothing unread is left below', () => {
  const { alice, bob, backend, quiet } = setUp()
  const ids = ['one', 'two', 'three'].map(text => alice.say(direct('bob'), text).id ?? '')
  const [one = '', two = '', three = ''] = ids
  quiet()
  const mark = () => bob.request('conversations', { count: 1 }).entries[0]?.unread
  bob.request('markRead', { conversation: fromAlice, target: { exactly: [{ id: three }, { id: two }] } })
  expect(alice.taken('receipt').map(({ target }) => target)).toMatchObject([{ exactly: [{ id: three }, { id: two }] }])
  expect(backend.unread('bob', fromAlice)).toBe(1)
  expect(mark()).toEqual({ count: 1, mentions: 0, asOf: '000000000003' })
  bob.request('markRead', { conversation: fromAlice, target: { exactly: [{ id: one }] } })
  expect(mark()).toEqual({ count: 0, mentions: 0, asOf: '000000000003', mark: '000000000003' })
})

it('refuses references to nothing, and forms and numbers of references that aren’t taken', () => {
  const { alice, bob } = setUp({ read: { direct: { upTo: false, whole: false, maxRefs: 1 } } })
  const { id = '' } = alice.say(direct('bob'), 'one')
  const refusal = (target: object) => bob.refusal('markRead', { conversation: fromAlice, target: target as never })
  expect(refusal({ upTo: { id } }).code).toBe('unsupported')
  expect(refusal({ whole: true }).code).toBe('unsupported')
  expect(refusal({ exactly: [{ id }, { id }] })).toMatchObject({ code: 'invalid', limit: 1 })
  expect(refusal({ exactly: [{ id: 'never' }] }).code).toBe('notFound')
  expect(refusal({ exactly: [{}] }).code).toBe('invalid')
  const lax = setUp()
  expect(lax.bob.refusal('markRead', { conversation: fromAlice, target: { upTo: {} } }).code).toBe('invalid')
})

it('[UNR4] lowers nobody else’s unread', () => {
  const { alice, bob, backend } = setUp()
  alice.say(g, 'hello')
  bob.say(fromAlice, 'hi')
  bob.request('markRead', { conversation: g, target: { whole: true } })
  expect(backend.unread('bob', g)).toBe(0)
  expect(backend.unread('carol', g)).toBe(1)
  expect(backend.unread('alice', direct('bob'))).toBe(1)
})

it('[RCP7] tells of delivery as the client says it, to the sender only', () => {
  const { alice, bob, tablet, quiet } = setUp()
  const { id = '' } = alice.say(direct('bob'), 'hello')
  quiet()
  bob.request('markDelivered', { conversation: fromAlice, target: { upTo: { id } } })
  bob.request('markDelivered', { conversation: fromAlice, target: { upTo: { id } } })
  expect(alice.take()).toMatchObject([{ type: 'receipt', kind: 'delivered', user: 'bob', target: { upTo: { id } } }])
  expect([...tablet.take(), ...bob.take()]).toEqual([])
})

it('tells of delivery by itself where the policy says so, on coming back too', () => {
  const { alice, backend, bob, tablet } = setUp({ delivered: 'auto' })
  alice.say(direct('bob'), 'hello')
  expect(alice.taken('receipt')).toMatchObject([{ kind: 'delivered', user: 'bob' }])
  expect(bob.refusal('markDelivered', { conversation: fromAlice, target: { whole: true } }).code).toBe('unsupported')
  for (const device of [bob, tablet]) device.detach()
  const { token } = bob
  alice.say(direct('bob'), 'are you there?')
  expect(alice.taken('receipt')).toEqual([])
  attachDevice(backend, 'bob', { resume: token })
  expect(alice.taken('receipt')).toMatchObject([{ kind: 'delivered', user: 'bob' }])
  expect(setUp({ delivered: 'none' }).bob.refusal('markDelivered', { conversation: fromAlice, target: { whole: true } }).code).toBe(
    'unsupported',
  )
})

it('[RCP4] counts readers of a group message for its sender alone, if he asked', () => {
  const { alice, bob, carol, backend, quiet } = setUp()
  const asked = alice.say(g, 'who reads this?', { wantsReadCount: true }).id ?? ''
  expect(alice.taken('readCount')).toMatchObject([{ origin: 'echo', target: { id: asked }, read: 0, delivered: 0, of: 2 }])
  alice.say(g, 'and this?')
  quiet()
  bob.request('markDelivered', { conversation: g, target: { whole: true } })
  expect(alice.take()).toMatchObject([{ type: 'readCount', target: { id: asked }, read: 0, delivered: 1, of: 2 }])
  bob.request('markRead', { conversation: g, target: { whole: true } })
  bob.request('markRead', { conversation: g, target: { whole: true } })
  expect(alice.take()).toMatchObject([{ type: 'readCount', target: { id: asked }, read: 1, delivered: 1, of: 2 }])
  expect(carol.take()).toEqual([])
  carol.request('markRead', { conversation: g, target: { upTo: { id: asked } } })
  expect(alice.take()).toMatchObject([{ type: 'readCount', read: 2, delivered: 2, of: 2 }])
  backend.removeMember(g, 'carol')
  const page = alice.request('history', { query: { conversation: g, count: 5, at: { newest: true } } })
  expect(page.facts.filter(({ type }) => type === 'readCount')).toMatchObject([{ origin: 'history', read: 2, of: 2 }])
})

it('[RCP4] does not count newcomers for what was sent before them', () => {
  const { alice, backend, quiet } = setUp()
  alice.say(g, 'early', { wantsReadCount: true })
  backend.addMember(g, 'dave')
  quiet()
  backend.act('dave', 'markRead', { conversation: g, target: { whole: true } })
  expect(alice.take()).toEqual([])
  const page = alice.request('history', { query: { conversation: g, count: 5, at: { newest: true } } })
  expect(page.facts).toMatchObject([{ type: 'message' }, { type: 'readCount', read: 0, delivered: 0, of: 2 }])
})

it('counts every message, or tells of each reader by name, or neither, as the policy says', () => {
  const every = setUp({ readCount: 'everyMessage' })
  every.alice.say(g, 'one')
  every.bob.request('markRead', { conversation: g, target: { whole: true } })
  expect(every.alice.taken('readCount').map(({ read }) => read)).toEqual([0, 1])

  const derived = setUp({ readCount: 'derived' })
  derived.alice.say(g, 'one', { wantsReadCount: true })
  derived.quiet()
  derived.bob.request('markRead', { conversation: g, target: { whole: true } })
  expect(derived.alice.take()).toMatchObject([{ type: 'receipt', kind: 'read', user: 'bob', conversation: g }])
  expect(derived.carol.take()).toEqual([])
  const page = derived.alice.request('history', { query: { conversation: g, count: 5, at: { newest: true } } })
  expect(page.facts).toMatchObject([
    { type: 'message' },
    { type: 'receipt', user: 'bob', kind: 'delivered' },
    { type: 'receipt', user: 'bob', kind: 'read' },
  ])

  const none = setUp({ readCount: 'none' })
  none.alice.say(g, 'one', { wantsReadCount: true })
  none.quiet()
  none.bob.request('markRead', { conversation: g, target: { whole: true } })
  expect(none.alice.take()).toEqual([])
})

it('names the readers with time and words, page by page in the order in which they read', async () => {
  const { alice, bob, carol, backend, clock } = setUp()
  backend.addMember(g, 'dave')
  const { id = '' } = alice.say(g, 'who?', { wantsReadCount: true })
  const start = clock.now()
  carol.request('markRead', { conversation: g, target: { whole: true }, content: 'me' })
  await clock.advance(5)
  bob.request('markRead', { conversation: g, target: { exactly: [{ id }] } })
  await clock.advance(5)
  backend.act('dave', 'markRead', { conversation: g, target: { upTo: { id } } })
  const first = alice.request('readers', { target: { id }, count: 2 })
  expect(first.items).toEqual([
    { user: 'carol', at: start, content: 'me' },
    { user: 'bob', at: start + 5 },
  ])
  const { next: after = '' } = first
  expect(alice.request('readers', { target: { id }, after, count: 2 })).toEqual({ items: [{ user: 'dave', at: start + 10 }] })
})

it('keeps what a reader adds later to a message that he had read', () => {
  const { alice, bob, quiet } = setUp()
  const { id = '' } = alice.say(g, 'who comes?', { wantsReadCount: true })
  bob.request('markRead', { conversation: g, target: { upTo: { id } } })
  bob.request('markRead', { conversation: g, target: { exactly: [{ id }] }, content: 'I do' })
  expect(alice.request('readers', { target: { id }, count: 5 }).items).toMatchObject([{ user: 'bob', content: 'I do' }])
  quiet()
  bob.request('markRead', { conversation: g, target: { exactly: [{ id }] }, content: 'I do' })
  expect([...alice.take(), ...bob.take()]).toEqual([])
})

it('tells the readers to nobody but the sender, and only where somebody counts', () => {
  const { alice, bob } = setUp()
  const asked = alice.say(g, 'asked', { wantsReadCount: true }).id ?? ''
  const unasked = alice.say(g, 'not asked').id ?? ''
  expect(bob.refusal('readers', { target: { id: asked }, count: 5 }).code).toBe('forbidden')
  expect(alice.refusal('readers', { target: { id: unasked }, count: 5 }).code).toBe('invalid')
  expect(alice.refusal('readers', { target: { id: asked }, after: 'x', count: 5 }).code).toBe('invalid')
  const without = setUp({ readers: false })
  const { id = '' } = without.alice.say(g, 'asked', { wantsReadCount: true })
  expect(without.alice.refusal('readers', { target: { id }, count: 5 }).code).toBe('unsupported')
})

it('[UNR9] clears “marked unread” with the next mark, whatever it reaches', () => {
  const { bob, tablet, alice, quiet } = setUp()
  alice.say(direct('bob'), 'hello')
  bob.request('markRead', { conversation: fromAlice, target: { whole: true } })
  bob.request('setConversation', { conversation: fromAlice, settings: { markedUnread: true } })
  quiet()
  bob.request('markRead', { conversation: fromAlice, target: { whole: true } })
  expect(tablet.taken('conversation').map(({ entry }) => entry.markedUnread)).toEqual([false])
})
