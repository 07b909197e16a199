import type { Chat, Message } from '@parlance/core'
import { createChat, group } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import { describe, expect, it } from 'vitest'
import type { SandboxPolicy } from '../src/backend/policy.ts'
import type { LinkFaults } from '../src/link/faults.ts'
import { createSandbox } from '../src/createSandbox.ts'

const g = group('g')
const removed = group('removed')

/** Two devices of alice's, and one each of bob's and carol's, that all look at the group. */
const setUp = async (policy: SandboxPolicy, faults: LinkFaults) => {
  const clock = testClock()
  const members = ['alice', 'bob', 'carol']
  const sandbox = createSandbox({
    users: [...members, 'dave'],
    groups: [
      { id: 'g', owner: 'alice', members },
      { id: 'removed', members },
    ],
    policy,
    clock,
  })
  const open = (user: string, device: string): Chat => {
    const chat = createChat({ transport: sandbox.transport(user, { device }), clock, publish: 'microtask', random: () => 0.5 })
    sandbox.watch(chat)
    void chat.connect()
    chat.conversation(g).open()
    chat.conversation(removed).open()
    return chat
  }
  sandbox.faults.set('all', faults)
  const [phone, tablet] = [open('alice', 'phone'), open('alice', 'tablet')]
  const [bob, carol] = [open('bob', 'phone'), open('carol', 'phone')]
  const quiet = async (): Promise<void> => {
    const done = { yet: false }
    void sandbox.quiet().then(() => (done.yet = true))
    for (let second = 0; second < 300 && !done.yet; second++) await clock.advance(1_000)
    expect(done.yet).toBe(true)
  }
  await quiet()
  return { sandbox, phone, tablet, bob, carol, quiet }
}
type Scene = Awaited<ReturnType<typeof setUp>>

/** The message with these words, as a device has it. */
const key = (chat: Chat, words: string): string =>
  [...chat.conversation(g).messages.get()].find(({ body }) => body?.type === 'text' && body.text === words)?.key ?? ''

/** What a device shows, without what is only of this device. */
const shown = (chat: Chat): unknown => ({
  messages: [...chat.conversation(g).messages.get()].map(({ key: _, localId: __, send: ___, ...message }) => message),
  counts: [...chat.conversation(g).messages.get()].map(message => countOf(chat, message)),
  unread: chat.conversation(g).unread.get(),
  total: chat.totalUnread.get(),
  pinned: chat
    .conversation(g)
    .pinned.get()
    .map(({ id, by, at }) => ({ id, by, at })),
  list: [...chat.conversations.get()].map(({ id, pinned, silenced, archived, unread }) => ({ id, pinned, silenced, archived, unread })),
})
const countOf = (chat: Chat, { key: name }: Message): number | undefined => chat.groupReadCount(name).get()

/** Something of everything that one device's user, and others, can do. */
const happen = async ({ sandbox, phone, bob, carol, quiet }: Scene): Promise<void> => {
  for (const words of ['first', 'second', 'third']) bob.conversation(g).send(words)
  carol.conversation(removed).send('gone soon')
  await quiet()
  phone.conversation(g).send('mine')
  phone.conversation(g).send('counted', { wantsReadCount: true })
  await quiet()
  bob.conversation(g).send({ type: 'text', text: 'you', mentions: ['alice'] })
  await quiet()
  const talk = phone.conversation(g)
  void talk.react(key(phone, 'first'), '👍')
  void talk.react(key(phone, 'second'), '🎉')
  void carol.conversation(g).react(key(carol, 'first'), '👍')
  void bob.conversation(g).pin(key(bob, 'second'))
  void talk.pin(key(phone, 'third'))
  await quiet()
  void talk.react(key(phone, 'second'), '🎉', false)
  void talk.pin(key(phone, 'second'), false)
  void talk.recall(key(phone, 'mine'))
  void bob.conversation(g).edit(key(bob, 'third'), 'changed')
  void talk.markRead({ upTo: key(phone, 'second') })
  for (const reader of [bob, carol]) void reader.conversation(g).markRead()
  void talk.set({ pinned: 3, silenced: true })
  void phone.removeConversation(removed, { withHistory: true })
  await quiet()
  sandbox.backend.addMember(g, 'dave')
  carol.conversation(g).send('last')
  await quiet()
}

describe('two devices of one user end equal', () => {
  const ends = ({ sandbox, phone, tablet }: Scene): void => {
    expect(shown(tablet)).toEqual(shown(phone))
    const { messages, counts, unread, pinned, list } = shown(phone) as Record<string, unknown>
    expect(messages).toMatchObject([
      { body: { text: 'first' }, reactions: [{ emoji: '👍', count: 2, mine: true, users: ['alice', 'carol'] }] },
      { body: { text: 'second' } },
      { body: { text: 'changed' }, edited: { by: 'bob' } },
      { recalled: { by: 'alice' } },
      { body: { text: 'counted' } },
      { body: { text: 'you' } },
      { body: { type: 'notice', event: 'joined', users: ['dave'] } },
      { body: { text: 'last' } },
    ])
    expect(counts).toEqual([undefined, undefined, undefined, undefined, 2, undefined, undefined, undefined])
    expect(unread).toMatchObject({ count: 3, mentions: 1, exact: true })
    expect(sandbox.backend.unread('alice', g)).toBe(3)
    expect(pinned).toMatchObject([{ by: 'alice' }])
    expect(list).toMatchObject([{ id: g, pinned: 3, silenced: true }])
  }

  it('[UNR4] over links that lose, double and reorder', async () => {
    const scene = await setUp({ notices: true }, { latencyMs: 20, jitterMs: 20, loss: 0.1, duplicate: 0.1, reorder: 0.1 })
    await happen(scene)
    ends(scene)
  })

  it('[RES1] though one was away all the time, and was told everything on coming back', async () => {
    const scene = await setUp({ notices: true }, { latencyMs: 5 })
    await scene.tablet.disconnect()
    await happen(scene)
    void scene.tablet.connect()
    await scene.quiet()
    ends(scene)
  })

  it('[RCV4] though one was away so long that only pages could tell', async () => {
    const scene = await setUp({ notices: true, queue: 3 }, { latencyMs: 5 })
    await scene.tablet.disconnect()
    await happen(scene)
    void scene.tablet.connect()
    await scene.quiet()
    ends(scene)
  })
})
