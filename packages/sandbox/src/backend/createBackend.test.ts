import type { Fact } from '@parlance/core'
import { direct, group, room } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SandboxBackend } from './createBackend.ts'
import { createBackend } from './createBackend.ts'
import { attachDevice, texts } from './testing/attachDevice.ts'

const odd = ['__proto__', 'constructor', 'hasOwnProperty', '👋', 'a:b', '["a","b"]', ' ']

it('[ID4] takes any string for a user, a group, a localId and a key of data', () => {
  const backend = createBackend({ users: odd, groups: odd.map(id => ({ id, members: odd })), rooms: odd.map(id => ({ id })) })
  const devices = odd.map(user => attachDevice(backend, user, { device: user }))
  for (const [index, from] of odd.entries()) {
    const device = devices[index]
    for (const to of odd) {
      const ext = JSON.parse(`{ ${JSON.stringify(from)}: { "__proto__": 1 } }`)
      const { id = '' } = device?.say(direct(to), `${from} to ${to}`, { localId: to, ext }) ?? {}
      backend.act(to, 'markRead', { conversation: direct(from), target: { upTo: { from, localId: to } } })
      expect(backend.stored(from, to)).toBe(1)
      const [first] = backend.inspect(direct(to), from).filter(message => message.id === id)
      expect(JSON.stringify(first?.ext)).toBe(JSON.stringify(ext))
      device?.request('send', {
        message: { conversation: group(to), localId: `${to} group`, body: { type: 'text', text: 'hello' }, wantsReadCount: true },
      })
    }
    backend.act(from, 'join', { conversation: room(from) })
  }
  // One conversation for each pair and each one with himself, and each group with a message of each.
  for (const user of odd) {
    expect(backend.act(user, 'conversations', { count: 50 }).entries).toHaveLength(2 * odd.length + 1)
    expect(backend.inspect(group(user))).toHaveLength(odd.length)
  }
})

it('[ID3] keeps a user, a group and a room of one name apart', () => {
  const backend = createBackend({
    users: ['9001', 'alice'],
    groups: [{ id: '9001', members: ['alice'] }],
    rooms: [{ id: '9001', members: ['alice'] }],
  })
  for (const conversation of [direct('9001'), group('9001'), room('9001')]) backend.post('alice', conversation, conversation)
  for (const conversation of [direct('9001'), group('9001'), room('9001')]) {
    expect(backend.inspect(conversation, 'alice').map(({ body }) => body)).toEqual([{ type: 'text', text: conversation }])
  }
})

it('holds a group of 5,000, counts them all, and names them page by page', () => {
  const members = Array.from({ length: 5_000 }, (_, n) => `u${n}`)
  const backend = createBackend({ users: members, groups: [{ id: 'big', members }] })
  const sender = attachDevice(backend, 'u0')
  const { id = '' } = sender.say(group('big'), 'hello all', { wantsReadCount: true })
  sender.take()
  for (const member of members.slice(1)) backend.act(member, 'markRead', { conversation: group('big'), target: { upTo: { id } } })
  const counts = sender.taken('readCount')
  expect(counts).toHaveLength(4_999)
  expect(counts.at(-1)).toMatchObject({ read: 4_999, delivered: 4_999, of: 4_999 })
  const named: string[] = []
  let after: string | undefined
  do {
    const page = sender.request('readers', { target: { id }, count: 50, ...(after !== undefined && { after }) })
    named.push(...page.items.map(({ user }) => user))
    after = page.next
  } while (after !== undefined)
  expect(named).toEqual(members.slice(1))
})

type Step = readonly [who: number, what: number, which: number]
const users = ['alice', 'bob', 'carol']

/** Plays a script on a backend, whatever is refused, and gives back all that everybody was told. */
const play = (backend: SandboxBackend, script: readonly Step[]): readonly (readonly Fact[])[] => {
  const devices = users.flatMap(user => ['phone', 'tablet'].map(device => attachDevice(backend, user, { device })))
  const targets = [direct('alice'), direct('bob'), group('g')]
  for (const [index, [who, what, which]] of script.entries()) {
    const user = users[who % users.length] ?? 'alice'
    const conversation = targets[which % targets.length] ?? group('g')
    const target = { id: `m${which}` }
    const body = { type: 'text', text: `${index}` } as const
    try {
      if (what < 4) backend.act(user, 'send', { message: { conversation, localId: `${index}`, body, wantsReadCount: what === 0 } })
      else if (what === 4) backend.act(user, 'recall', { target })
      else if (what === 5) backend.act(user, 'edit', { target, body })
      else if (what === 6) backend.act(user, 'markRead', { conversation, target: { exactly: [target] } })
      else if (what === 7) backend.act(user, 'markRead', { conversation, target: { whole: true } })
      else if (what === 8) backend.act(user, 'delete', { target })
      else backend.act(user, 'removeConversation', { conversation, withHistory: which % 2 === 0 })
    } catch {
      // A refusal is part of the script.
    }
  }
  return devices.map(device => device.take())
}
const scripts = fc.array(fc.tuple(fc.nat(2), fc.nat(9), fc.nat(12)), { maxLength: 40 })
const make = (): SandboxBackend =>
  createBackend({ seed: 7, users, groups: [{ id: 'g', owner: 'alice', members: ['bob', 'carol'] }], clock: testClock() })

it('does the same under the same seed and script, to the letter', () => {
  fc.assert(
    fc.property(scripts, script => {
      const [first, second] = [make(), make()]
      expect(JSON.stringify(play(first, script))).toBe(JSON.stringify(play(second, script)))
      expect(first.token('bob')).toBe(second.token('bob'))
    }),
    { numRuns: 50 },
  )
})

it('[UNR2] counts as unread what history shows above the mark, whatever happened', () => {
  fc.assert(
    fc.property(scripts, script => {
      const backend = make()
      play(backend, script)
      for (const user of users) {
        for (const { id, unread } of backend.act(user, 'conversations', { count: 50 }).entries) {
          const { facts } = backend.act(user, 'history', { query: { conversation: id, count: 50, at: { newest: true } } })
          const recalled = new Set(facts.flatMap(fact => (fact.type === 'recalled' ? [fact.target.id] : [])))
          const single = new Set(
            facts.flatMap(fact =>
              fact.type === 'receipt' && fact.user === user && fact.kind === 'read' && 'exactly' in fact.target
                ? fact.target.exactly.map(ref => ref.id)
                : [],
            ),
          )
          const mark = unread?.mark ?? ''
          const open = facts
            .flatMap(fact => (fact.type === 'message' ? [fact.message] : []))
            .filter(
              message => message.from !== user && (message.position ?? '') > mark && !recalled.has(message.id) && !single.has(message.id),
            )
          expect(unread?.count).toBe(open.length)
        }
      }
    }),
    { numRuns: 50 },
  )
})

it('says what to mend when whoever runs it names what isn’t there', () => {
  const backend = createBackend({ users: ['alice', 'bob'], groups: [{ id: 'g', members: ['alice'] }] })
  expect(() => backend.post('nobody', direct('alice'), 'x')).toThrow('There is no user "nobody"')
  expect(() => backend.token('nobody')).toThrow('There is no user "nobody"')
  expect(() => backend.mute(group('never'), 'alice')).toThrow('There is no group:never')
  expect(() => backend.mute(group('g'), 'bob')).toThrow('add the member first')
  expect(() => backend.inspect(direct('alice'))).toThrow('say who calls it')
  expect(() => createBackend({ users: ['a', 'a'] })).toThrow('two users')
  expect(() => createBackend({ users: [''] })).toThrow('needs a name')
})

it('keeps what it was given: a caller who changes his object changes nothing', () => {
  const backend = createBackend({ users: ['alice', 'bob'] })
  const body = { type: 'text' as const, text: 'before' }
  backend.post('alice', direct('bob'), body)
  body.text = 'after'
  expect(
    texts(
      attachDevice(backend, 'bob').request('history', { query: { conversation: direct('alice'), count: 1, at: { newest: true } } }).facts,
    ),
  ).toEqual(['before'])
})
