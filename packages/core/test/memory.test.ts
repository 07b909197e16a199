import { describe, expect, it } from 'vitest'
import { everything } from '../bench/capabilities.ts'
import { createChat } from '../src/createChat.ts'
import type { ChatError } from '../src/model/error.ts'
import { direct, group } from '../src/model/ids.ts'
import type { Fact, MessageFact } from '../src/protocol/fact.ts'
import type { StampedFact } from '../src/protocol/stampedFact.ts'
import type { Chat } from '../src/chat.ts'
import { scriptedTransport, type ScriptedTransport } from './scriptedTransport.ts'

const home = group('g')
const position = (index: number): string => String(index).padStart(6, '0')
const message = (index: number, more: Partial<MessageFact['message']> = {}): MessageFact => ({
  type: 'message',
  origin: 'live',
  message: {
    conversation: home,
    from: 'bob',
    id: `m${index}`,
    body: { type: 'text', text: `secret ${index}` },
    position: position(index),
    sentAt: index * 1_000,
    ...more,
  },
})
const recall = (index: number): Fact => ({
  type: 'recalled',
  origin: 'live',
  target: { conversation: home, id: `m${index}` },
  by: 'bob',
  as: 'author',
  at: 1,
})

const linked = async (snapshot?: ReturnType<Chat['snapshot']>): Promise<{ chat: Chat; script: ScriptedTransport; errors: ChatError[] }> => {
  const script = scriptedTransport({ self: 'alice', capabilities: everything })
  script.always('conversations', () => Promise.resolve({ entries: [] }))
  script.always('history', ({ at }) =>
    Promise.resolve('newest' in at ? { facts: [], covers: { from: 'start', to: 'live' } } : { facts: [] }),
  )
  const chat = createChat({
    transport: script.transport,
    publish: 'microtask',
    timeZone: 'UTC',
    ...(snapshot !== undefined && { snapshot }),
  })
  const errors: ChatError[] = []
  chat.errors$.subscribe(error => void errors.push(error))
  const connected = chat.connect()
  await Promise.resolve()
  script.sync('gap')
  await connected
  await chat.idle()
  return { chat, script, errors }
}

describe('what stays in memory', () => {
  it('[RCV10] a conversation that nobody shows lets go of its oldest messages, and says that there are older ones', async () => {
    const { chat, script } = await linked()
    const talk = chat.conversation(home)
    const close = talk.open()
    await chat.idle()
    for (let index = 0; index < 1_500; index++) script.tell(message(index))
    script.tell({
      type: 'receipt',
      origin: 'live',
      conversation: home,
      user: 'alice',
      kind: 'read',
      target: { upTo: { position: position(1_400) } },
    })
    await chat.idle()
    expect([talk.messages.get().length, talk.history.get().hasOlder, talk.unread.get().count]).toEqual([1_500, false, 99])
    close()
    script.tell(message(1_500))
    await chat.idle()
    expect([talk.messages.get().length, talk.history.get().hasOlder, talk.unread.get().count]).toEqual([201, true, 100])
    expect(talk.messages.get().at(0)?.id).toBe('m1300')
    expect(
      talk.timeline
        .get()
        .toArray()
        .some(({ type }) => type === 'gap'),
    ).toBe(false)
    script.tell(message(5))
    await chat.idle()
    expect(talk.messages.get().length).toBe(201)
  })

  it('[RCV10] what is unread is kept, up to a thousand', async () => {
    const { chat, script } = await linked()
    script.tell({
      type: 'receipt',
      origin: 'live',
      conversation: home,
      user: 'alice',
      kind: 'read',
      target: { upTo: { position: position(300) } },
    })
    for (let index = 0; index < 1_250; index++) script.tell(message(index))
    await chat.idle()
    const unread = chat
      .conversation(home)
      .messages.get()
      .toArray()
      .filter(({ position: at }) => (at ?? '') > position(300))
    expect(unread).toHaveLength(949)
  })

  it('[RCV10, UNR1] without any mark of mine all is unread: a thousand stay, and the rest is the backend’s to count', async () => {
    const { chat, script } = await linked()
    const talk = chat.conversation(home)
    const close = talk.open()
    await chat.idle()
    close()
    for (let index = 1; index <= 1_250; index++) script.tell(message(index))
    script.always('conversations', () =>
      Promise.resolve({ entries: [{ id: home, last: message(1_250).message, unread: { count: 1_250, asOf: position(1_250) } }] }),
    )
    await chat.idle()
    expect([talk.messages.get().length, talk.unread.get().count, talk.unread.get().exact]).toEqual([1_000, 1_250, false])
    // The list, the line of a conversation that it didn't tell of, and that line again for its number.
    expect(script.asked('conversations').map(({ args: [query] }) => query.only)).toEqual([undefined, [home], [home]])
  })

  it('[RCV10, RCV3] what is left is still at live: nobody is asked for anything', async () => {
    const { chat, script } = await linked()
    const talk = chat.conversation(home)
    const close = talk.open()
    await chat.idle()
    for (let index = 1; index <= 1_250; index++) script.tell(message(index))
    const upTo = { position: position(1_240) }
    script.tell({ type: 'receipt', origin: 'live', conversation: home, user: 'alice', kind: 'read', target: { upTo } })
    await chat.idle()
    const asked = script.log.length
    close()
    await chat.idle()
    expect([talk.messages.get().length, talk.unread.get().count, talk.unread.get().exact]).toEqual([200, 10, true])
    talk.open()
    await chat.idle()
    expect(script.log.length - asked).toBe(0)
  })

  it('[RCL1, SEC4] a recalled body is reachable from no state, snapshot, preview or logged fact', async () => {
    const { chat, script } = await linked()
    const log: StampedFact[] = []
    chat.facts$.subscribe(fact => void log.push(fact))
    script.tell(recall(2), message(1), recall(1), message(2), message(1))
    script.tell({
      type: 'edited',
      origin: 'live',
      target: { conversation: home, id: 'm2' },
      by: 'bob',
      as: 'author',
      body: { type: 'text', text: 'secret 2 again' },
    })
    await chat.idle()
    const shown = JSON.stringify([chat.conversation(home).messages.get(), chat.conversations.get(), chat.snapshot()])
    expect(shown).not.toContain('secret')
    expect(log.length).toBeGreaterThan(5)
    expect(JSON.stringify(log)).not.toContain('secret')
  })

  it('[RES1, BND5] a snapshot makes the same state in another chat, and that goes on from there', async () => {
    const { chat, script } = await linked()
    const talk = chat.conversation(home)
    talk.open()
    await chat.idle()
    script.tell(message(1), message(2, { from: 'alice', wantsReadCount: true }), recall(1), message(3))
    script.tell({
      type: 'edited',
      origin: 'live',
      target: { conversation: home, id: 'm3' },
      by: 'bob',
      as: 'author',
      body: { type: 'text', text: 'better' },
      version: '1',
    })
    script.tell({
      type: 'receipt',
      origin: 'live',
      conversation: home,
      user: 'carol',
      kind: 'read',
      target: { upTo: { position: position(2) } },
    })
    script.tell({
      type: 'receipt',
      origin: 'live',
      conversation: home,
      user: 'dave',
      kind: 'read',
      target: { exactly: [{ conversation: home, id: 'm2' }] },
    })
    script.tell({ type: 'conversation', origin: 'live', entry: { id: home, title: 'Team', pinned: 2, members: 4 } })
    script.tell({ type: 'blocklist', origin: 'live', blocked: ['mallory'], whole: true })
    talk.setDraft({ text: 'half a' })
    await chat.idle()
    const other = createChat({
      transport: scriptedTransport({ self: 'alice', capabilities: everything }).transport,
      snapshot: chat.snapshot(),
      timeZone: 'UTC',
    })
    const there = other.conversation(home)
    const key = talk.messages.get().at(1)?.key ?? ''
    const view = (from: Chat, at: typeof talk): unknown =>
      JSON.parse(
        JSON.stringify([
          at.messages.get(),
          at.info.get(),
          at.unread.get(),
          at.history.get(),
          at.draft.get(),
          from.receipts(key).get(),
          from.status(key).get(),
          from.conversations.get(),
          from.totalUnread.get(),
          from.blocklist.get(),
        ]),
      )
    expect(view(other, there)).toEqual(view(chat, talk))
    expect(other.receipts(key).get()).toMatchObject({ read: 2, of: 3, readers: ['carol', 'dave'] })
  })

  it('[RES2] a snapshot of somebody else is not taken', async () => {
    const { chat, script } = await linked()
    script.tell(message(1))
    await chat.idle()
    const other = createChat({
      transport: scriptedTransport({ self: 'mallory', capabilities: everything }).transport,
      snapshot: chat.snapshot(),
    })
    expect(other.conversations.get().length).toBe(0)
    expect(other.conversation(direct('bob')).messages.get().length).toBe(0)
  })
})
