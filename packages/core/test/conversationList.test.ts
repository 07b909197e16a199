import { describe, expect, it } from 'vitest'
import type { Conversation } from '../src/model/conversation.ts'
import { chatError } from '../src/model/error.ts'
import { group, type ConversationId } from '../src/model/ids.ts'
import type { ConversationEntry, Fact } from '../src/protocol/fact.ts'
import { at, live, message, pagedHistory, withBob } from './pagedHistory.ts'
import { scriptedChat, type Scripted } from './scriptedChat.ts'
import { startChat } from './startChat.ts'

const ids = ({ chat }: Scripted): ConversationId[] =>
  chat.conversations
    .get()
    .toArray()
    .map(({ id }) => id)

const line = ({ chat }: Scripted, id: ConversationId = withBob): Conversation | undefined =>
  chat.conversations.get().find(other => other.id === id)

const entry = (n: number, more: Partial<ConversationEntry> = {}): ConversationEntry => {
  const id = group(String(n))
  return { id, last: message(n, { conversation: id }), title: `Group ${n}`, ...more }
}

/** A list of `count` groups in pages of two. */
const paged =
  (count: number) =>
  async ({ cursor }: { readonly cursor?: unknown }) => {
    const start = typeof cursor === 'number' ? cursor : 0
    const entries = Array.from({ length: Math.min(2, count - start) }, (_, index) => entry(count - start - index))
    return { entries, ...(start + 2 < count && { next: start + 2 }) }
  }

const queries = ({ script }: Scripted) => script.asked('conversations').map(({ args: [query] }) => query)

describe('pages', () => {
  it('[CNV1] the list is loaded when the first link is synced, and goes on with more', async () => {
    const scripted = scriptedChat()
    scripted.script.always('conversations', paged(5))
    await scripted.goOnline('whole')
    expect(ids(scripted)).toEqual(['group:5', 'group:4'])
    await scripted.chat.loadConversations({ more: true })
    expect(ids(scripted)).toEqual(['group:5', 'group:4', 'group:3', 'group:2'])
    await scripted.chat.loadConversations({ more: true })
    expect(ids(scripted)).toEqual(['group:5', 'group:4', 'group:3', 'group:2', 'group:1'])
    expect(await scripted.chat.loadConversations({ more: true })).toEqual({ ok: true, value: undefined })
    expect(queries(scripted).map(({ cursor }) => cursor)).toEqual([undefined, 2, 4])
  })

  it('[CNV1] what is said in a conversation that the list did not tell of brings its line in, title and all, once', async () => {
    const { chat, script, clock } = await startChat()
    const home = group('new')
    const said = (id: string): Fact => ({
      type: 'message',
      origin: 'live',
      message: { conversation: home, from: 'bob', id, position: id, sentAt: 1, body: { type: 'text', text: id } },
    })
    script.always('conversations', ({ only }) => Promise.resolve({ entries: only === undefined ? [] : [{ id: home, title: 'Lake' }] }))
    const before = script.asked('conversations').length
    script.tell(said('m1'), said('m2'))
    await clock.settle()
    script.tell(said('m3'))
    await clock.settle()
    expect(chat.conversation(home).info.get().title).toBe('Lake')
    expect(
      script
        .asked('conversations')
        .slice(before)
        .map(({ args: [query] }) => query.only),
    ).toEqual([[home]])
  })

  it('[CNV1] asked for twice at once it is one request', async () => {
    const scripted = scriptedChat()
    scripted.script.always('conversations', paged(5))
    await scripted.goOnline('whole')
    await Promise.all([scripted.chat.loadConversations(), scripted.chat.loadConversations()])
    await Promise.all([scripted.chat.loadConversations({ more: true }), scripted.chat.loadConversations({ more: true })])
    expect(queries(scripted).map(({ cursor }) => cursor)).toEqual([undefined, undefined, 2])
  })

  it('[RCV2] after a gap as much is loaded anew as was loaded, and the list goes on after it', async () => {
    const scripted = scriptedChat()
    scripted.script.always('conversations', paged(7))
    await scripted.goOnline()
    await scripted.chat.loadConversations({ more: true })
    scripted.script.sync('gap')
    await scripted.clock.settle()
    await scripted.chat.loadConversations({ more: true })
    expect(queries(scripted).map(({ cursor }) => cursor)).toEqual([undefined, 2, undefined, 2, 4])
  })

  it('[RCV2] a page that a reload overtook doesn’t say where the list goes on', async () => {
    const scripted = scriptedChat()
    scripted.script.always('conversations', paged(9))
    await scripted.goOnline()
    scripted.script.always('conversations', undefined)
    const more = scripted.chat.loadConversations({ more: true })
    await scripted.clock.settle()
    const overtaken = scripted.script.next('conversations')
    scripted.script.always('conversations', paged(9))
    scripted.script.sync('gap')
    await scripted.clock.settle()
    overtaken.answer({ entries: [entry(1)], next: 8 })
    expect((await more).ok).toBe(true)
    expect(ids(scripted)).toEqual(['group:9', 'group:8', 'group:1'])
    await scripted.chat.loadConversations({ more: true })
    expect(queries(scripted).map(({ cursor }) => cursor)).toEqual([undefined, 2, undefined, 2])
  })

  it('[CVG3] an older list never overwrites what was told live since it was asked for', async () => {
    const scripted = scriptedChat()
    await scripted.goOnline()
    scripted.script.always('conversations', undefined)
    const loaded = scripted.chat.loadConversations()
    await scripted.clock.settle()
    scripted.script.tell({ type: 'conversation', origin: 'live', entry: { id: withBob, title: 'new' } })
    scripted.script.next('conversations').answer({ entries: [{ id: withBob, title: 'old' }] })
    await loaded
    expect(line(scripted)?.title).toBe('new')
  })

  it('[CNV1] without a link it is offline; where the backend keeps no list there is nothing to load', async () => {
    const offline = scriptedChat()
    expect(await offline.chat.loadConversations()).toMatchObject({ ok: false, error: { code: 'offline' } })
    const bare = scriptedChat({ without: ['conversations'], capabilities: { conversationList: false } })
    expect(await bare.chat.loadConversations()).toEqual({ ok: true, value: undefined })
    await bare.goOnline('gap')
    bare.script.tell(live(1))
    await bare.clock.settle()
    expect(ids(bare)).toEqual([withBob])
    expect(bare.errors).toEqual([])
  })

  it('[RCV8] a page that is none fails, and one bad line leaves the others', async () => {
    const scripted = scriptedChat()
    await scripted.goOnline()
    scripted.script.always('conversations', async () => undefined as never)
    expect(await scripted.chat.loadConversations()).toMatchObject({ ok: false, error: { code: 'protocol' } })
    scripted.script.always('conversations', async () => ({ entries: [{ id: 'nobody' } as never, entry(2)] }))
    expect((await scripted.chat.loadConversations()).ok).toBe(true)
    expect(ids(scripted)).toEqual(['group:2'])
    expect(scripted.errors.map(({ code }) => code)).toEqual(['protocol'])
  })
})

describe('the backend’s number', () => {
  const listed = async () => {
    const scripted = scriptedChat()
    const entries = [10, 20, 30].map(n => entry(n, { unread: { count: 5, asOf: at(n), mark: at(1) } }))
    scripted.script.always('conversations', async ({ only }) => ({
      entries:
        only === undefined
          ? entries
          : entries
              .filter(({ id }) => only.includes(id))
              .map(old => ({ ...old, unread: { count: 3, asOf: old.last?.position ?? at(1), mark: at(1) } })),
    }))
    await scripted.goOnline('whole')
    return scripted
  }
  const recalled = (conversation: ConversationId, n: number) =>
    ({ type: 'recalled', origin: 'live', target: { conversation, id: `m${n}` }, by: 'bob', as: 'author' }) as const

  it('[UNR2] a recall where messages are not known asks for the line again', async () => {
    const scripted = await listed()
    expect(line(scripted, 'group:10')?.unread).toMatchObject({ count: 5, exact: false })
    scripted.script.tell(recalled('group:10', 7))
    await scripted.clock.settle()
    expect(queries(scripted)).toEqual([{ count: 50 }, { count: 1, only: ['group:10'] }])
    expect(line(scripted, 'group:10')?.unread).toMatchObject({ count: 3, exact: false })
  })

  it('[UNR2] many at once are one request, and those during it one more', async () => {
    const scripted = await listed()
    scripted.script.always('conversations', undefined)
    scripted.script.tell(recalled('group:10', 7), recalled('group:10', 6), recalled('group:20', 7))
    await scripted.clock.settle()
    scripted.script.tell(recalled('group:20', 6), recalled('group:30', 6), recalled('group:20', 5))
    await scripted.clock.settle()
    expect(queries(scripted).slice(1)).toEqual([{ count: 2, only: ['group:10', 'group:20'] }])
    scripted.script.next('conversations').answer({ entries: [] })
    await scripted.clock.settle()
    expect(queries(scripted).slice(2)).toEqual([{ count: 2, only: ['group:20', 'group:30'] }])
  })

  it('[UNR2] a line that cannot be had is reported, for nobody waits for it', async () => {
    const scripted = await listed()
    scripted.script.always('conversations', () => Promise.reject(chatError('timeout')))
    scripted.script.tell(recalled('group:10', 7))
    await scripted.clock.settle()
    expect(scripted.errors.map(({ code }) => code)).toEqual(['timeout'])
    await scripted.chat.idle()
  })
})

describe('removal', () => {
  const talking = async (options?: Parameters<typeof scriptedChat>[0]) => {
    const scripted = scriptedChat(options)
    scripted.script.always('history', pagedHistory(5).answer)
    await scripted.goOnline()
    const talk = scripted.chat.conversation(withBob)
    talk.open()
    await scripted.clock.settle()
    return { ...scripted, talk }
  }

  it('[CNV3] is shown at once, and carries through from the backend', async () => {
    const scripted = await talking()
    expect(ids(scripted)).toEqual([withBob])
    const removed = scripted.chat.removeConversation(withBob)
    expect(ids(scripted)).toEqual([])
    await scripted.clock.settle()
    expect(scripted.script.next('removeConversation').args.slice(0, 2)).toEqual([withBob, { withHistory: false }])
    scripted.script.next('removeConversation').answer({ through: at(8) })
    expect((await removed).ok).toBe(true)
    expect(ids(scripted)).toEqual([])
    expect(scripted.chat.totalUnread.get().count).toBe(0)
    scripted.script.tell(live(5), live(8))
    await scripted.clock.settle()
    expect(ids(scripted)).toEqual([])
    scripted.script.tell(live(9))
    await scripted.clock.settle()
    expect(ids(scripted)).toEqual([withBob])
    expect(scripted.talk.messages.get().length).toBe(7)
  })

  it('[CNV3] with its history, nothing at or below ever appears again', async () => {
    const scripted = await talking()
    const removed = scripted.chat.removeConversation(withBob, { withHistory: true })
    await scripted.clock.settle()
    scripted.script.next('removeConversation').answer({ through: at(5) })
    await removed
    await scripted.talk.reset()
    expect(scripted.talk.messages.get().length).toBe(0)
    scripted.script.tell(live(3), live(6))
    await scripted.clock.settle()
    expect(scripted.talk.messages.get().map(({ id }) => id)).toEqual(['m6'])
    expect(scripted.talk.history.get().hasOlder).toBe(false)
  })

  it('[CNV3] twice at once is one request', async () => {
    const scripted = await talking()
    const removals = [scripted.chat.removeConversation(withBob), scripted.chat.removeConversation(withBob)]
    await scripted.clock.settle()
    scripted.script.next('removeConversation').answer({})
    expect((await Promise.all(removals)).map(({ ok }) => ok)).toEqual([true, true])
    expect(scripted.script.asked('removeConversation')).toHaveLength(1)
  })

  it('[CNV3] refused, it comes back', async () => {
    const scripted = await talking()
    const removed = scripted.chat.removeConversation(withBob)
    await scripted.clock.settle()
    scripted.script.next('removeConversation').refuse(chatError('forbidden'))
    expect(await removed).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(ids(scripted)).toEqual([withBob])
  })

  it('[CNV3] without a link it is offline and nothing changes', async () => {
    const scripted = await talking()
    await scripted.chat.disconnect()
    expect(await scripted.chat.removeConversation(withBob)).toMatchObject({ ok: false, error: { code: 'offline' } })
    expect(ids(scripted)).toEqual([withBob])
  })

  it('[CNV3] takes back what still waits to be sent', async () => {
    const scripted = await talking()
    const first = scripted.talk.send('leaves')
    const second = scripted.talk.send('waits')
    await scripted.clock.settle()
    const removed = scripted.chat.removeConversation(withBob)
    await scripted.clock.settle()
    scripted.script.next('removeConversation').answer({ through: at(5) })
    await removed
    await scripted.clock.settle()
    expect(scripted.chat.message(second).get()).toBeUndefined()
    scripted.script.next('send').answer({ id: 'm6', position: at(6) })
    await scripted.clock.settle()
    expect(scripted.script.asked('send')).toHaveLength(1)
    expect(scripted.script.asked('recall').map(({ args: [target] }) => target.id)).toEqual(['m6'])
    expect(scripted.chat.message(first).get()).toBeDefined()
  })

  it('[CNV3] what is written after it was asked for stays, and leaves once it is answered', async () => {
    const scripted = await talking()
    const [first, second] = [scripted.talk.send('leaves'), scripted.talk.send('waits')]
    await scripted.clock.settle()
    const removed = scripted.chat.removeConversation(withBob, { withHistory: true })
    expect(ids(scripted)).toEqual([])
    const third = scripted.talk.send('after all')
    expect(ids(scripted)).toEqual([withBob])
    await scripted.clock.settle()
    scripted.script.next('send').refuse(chatError('forbidden'))
    await scripted.clock.settle()
    expect(scripted.script.asked('send')).toHaveLength(1)
    scripted.script.next('removeConversation').answer({ through: at(5) })
    expect((await removed).ok).toBe(true)
    await scripted.clock.settle()
    expect([first, second].map(key => scripted.chat.message(key).get())).toEqual([undefined, undefined])
    expect(scripted.talk.messages.get().map(({ key }) => key)).toEqual([third])
    expect(ids(scripted)).toEqual([withBob])
    scripted.script.next('send').answer({ id: 'm6', position: at(6) })
    await scripted.clock.settle()
    expect([scripted.chat.message(third).get()?.send?.state, ids(scripted)]).toEqual(['sent', [withBob]])
  })

  it('[CNV3, SND2] what was written before it leaves nowhere meanwhile, and leaves in order if it is refused', async () => {
    const scripted = await talking()
    await scripted.chat.disconnect()
    for (const words of ['one', 'two']) scripted.talk.send(words)
    scripted.script.always('send', message => Promise.resolve({ id: message.localId }))
    scripted.chat.connection.subscribe(({ state }) => {
      if (state === 'online') void scripted.chat.removeConversation(withBob)
    })
    await scripted.goOnline()
    scripted.talk.send('three')
    await scripted.clock.settle()
    expect(scripted.script.asked('send')).toEqual([])
    scripted.script.next('removeConversation').refuse(chatError('forbidden'))
    await scripted.clock.settle()
    expect(scripted.script.asked('send').map(({ args: [{ body }] }) => (body.type === 'text' ? body.text : ''))).toEqual([
      'one',
      'two',
      'three',
    ])
  })

  it('[CNV3, CVG2] what comes meanwhile stays, where the backend doesn’t say how far it went', async () => {
    const scripted = await talking()
    const removed = scripted.chat.removeConversation(withBob, { withHistory: true })
    await scripted.clock.settle()
    scripted.script.tell(live(6))
    await scripted.clock.settle()
    expect(ids(scripted)).toEqual([withBob])
    scripted.script.next('removeConversation').answer(undefined as never)
    expect((await removed).ok).toBe(true)
    expect(scripted.talk.messages.get().map(({ id }) => id)).toEqual(['m6'])
    expect(ids(scripted)).toEqual([withBob])
  })

  it.each([
    ['can remove nothing', { capabilities: { removal: 'none' } }],
    ['has no such command', { without: ['removeConversation'] }],
  ] as const)('[CNV3] where the backend %s, it is removed here alone', async (_what, options) => {
    const scripted = await talking(options)
    expect((await scripted.chat.removeConversation(withBob, { withHistory: true })).ok).toBe(true)
    expect(scripted.script.asked('removeConversation')).toEqual([])
    expect(ids(scripted)).toEqual([])
    scripted.script.tell(live(5), live(6))
    await scripted.clock.settle()
    expect(scripted.talk.messages.get().map(({ id }) => id)).toEqual(['m6'])
  })

  it('[CNV3] where the backend keeps the history, it is cleared here', async () => {
    const scripted = await talking({ capabilities: { removal: 'conversation' } })
    const removed = scripted.chat.removeConversation(withBob, { withHistory: true })
    await scripted.clock.settle()
    expect(scripted.script.next('removeConversation').args[1]).toEqual({ withHistory: false })
    scripted.script.next('removeConversation').answer({})
    await removed
    expect(scripted.talk.messages.get().length).toBe(0)
  })
})

describe('settings', () => {
  const listed = async (options?: Parameters<typeof scriptedChat>[0]) => {
    const scripted = scriptedChat(options)
    scripted.script.always('conversations', async () => ({
      entries: [{ id: withBob, last: message(1), unread: { count: 4, asOf: at(1) } }],
    }))
    await scripted.goOnline()
    return { ...scripted, talk: scripted.chat.conversation(withBob) }
  }

  it('[CNV2] are shown at once, and stay once the backend has them', async () => {
    const scripted = await listed()
    const set = scripted.talk.set({ pinned: 3, archived: true })
    expect(line(scripted)).toMatchObject({ pinned: 3, archived: true })
    await scripted.clock.settle()
    expect(scripted.script.next('setConversation').args.slice(0, 2)).toEqual([withBob, { pinned: 3, archived: true }])
    scripted.script.next('setConversation').answer({})
    expect(await set).toEqual({ ok: true, value: undefined })
    expect(line(scripted)).toMatchObject({ pinned: 3, archived: true })
    scripted.script.tell({ type: 'conversation', origin: 'live', entry: { id: withBob, pinned: 0 } })
    await scripted.clock.settle()
    expect(line(scripted)).toMatchObject({ pinned: 0, archived: true })
  })

  it.each([
    ['another rank', { pinned: 1_700 }, 1_700],
    ['no rank', { pinned: 'high' }, 3],
    ['nothing', undefined, 3],
  ])('[CNV2] pinned is as high as the backend keeps it, where it answers %s', async (_, answer, rank) => {
    const scripted = await listed()
    const set = scripted.talk.set({ pinned: 3 })
    await scripted.clock.settle()
    scripted.script.next('setConversation').answer(answer as { readonly pinned?: number })
    expect((await set).ok).toBe(true)
    expect(line(scripted)?.pinned).toBe(rank)
  })

  it('[UNR6] silencing takes a conversation out of the total at once', async () => {
    const scripted = await listed()
    expect(scripted.chat.totalUnread.get().count).toBe(4)
    void scripted.talk.set({ silenced: true })
    expect(scripted.chat.totalUnread.get().count).toBe(0)
  })

  it('[CNV2] refused, they go back', async () => {
    const scripted = await listed()
    const set = scripted.talk.set({ pinned: 3 })
    await scripted.clock.settle()
    scripted.script.next('setConversation').refuse(chatError('forbidden'))
    expect(await set).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(line(scripted)?.pinned).toBe(0)
  })

  it('[CNV2] one after the other: the last one set stands, here and there', async () => {
    const scripted = await listed()
    const first = scripted.talk.set({ pinned: 3, silenced: true })
    const second = scripted.talk.set({ pinned: 5 })
    expect(line(scripted)).toMatchObject({ pinned: 5, silenced: true })
    await scripted.clock.settle()
    expect(scripted.script.asked('setConversation')).toHaveLength(1)
    scripted.script.next('setConversation').answer({})
    await first
    expect(line(scripted)).toMatchObject({ pinned: 5, silenced: true })
    await scripted.clock.settle()
    expect(scripted.script.next('setConversation').args[1]).toEqual({ pinned: 5 })
    scripted.script.next('setConversation').refuse(chatError('forbidden'))
    await second
    expect(line(scripted)).toMatchObject({ pinned: 3, silenced: true })
  })

  it('[CNV2] what the backend cannot keep is kept here', async () => {
    const scripted = await listed({ capabilities: { settings: ['silenced'] } })
    expect((await scripted.talk.set({ pinned: 2 })).ok).toBe(true)
    expect(scripted.script.asked('setConversation')).toEqual([])
    const set = scripted.talk.set({ silenced: true, archived: true })
    await scripted.clock.settle()
    expect(scripted.script.next('setConversation').args[1]).toEqual({ silenced: true })
    scripted.script.next('setConversation').answer({})
    await set
    await scripted.chat.loadConversations()
    expect(line(scripted)).toMatchObject({ pinned: 2, silenced: true, archived: true })
  })

  it('[UNR9] marked unread is a badge, and goes with the next mark', async () => {
    const scripted = await listed({ without: ['setConversation'] })
    await scripted.talk.set({ markedUnread: true })
    expect(scripted.talk.unread.get()).toMatchObject({ count: 4, marked: true })
    scripted.script.tell({
      type: 'receipt',
      origin: 'live',
      conversation: withBob,
      user: 'alice',
      kind: 'read',
      target: { upTo: { position: at(1) } },
    })
    await scripted.clock.settle()
    expect(scripted.talk.unread.get()).toMatchObject({ count: 0, marked: false })
  })

  it('[CNV2] without a link what the backend keeps cannot be set', async () => {
    const scripted = await listed()
    await scripted.chat.disconnect()
    expect(await scripted.talk.set({ pinned: 2 })).toMatchObject({ ok: false, error: { code: 'offline' } })
    expect(line(scripted)?.pinned).toBe(0)
  })
})
