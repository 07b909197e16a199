import { afterEach, describe, expect, it, vi } from 'vitest'
import { chatError } from '../src/model/error.ts'
import { direct, group, type ConversationId } from '../src/model/ids.ts'
import type { Capabilities } from '../src/protocol/capabilities.ts'
import type { Fact } from '../src/protocol/fact.ts'
import { startChat, type StartedChat } from './startChat.ts'

const bob = direct('bob')
const team = group('42')

const told = (conversation: ConversationId, from: string, position: number): Fact => ({
  type: 'message',
  origin: 'live',
  message: {
    conversation,
    from,
    id: `m${position}`,
    position: String(position).padStart(4, '0'),
    sentAt: Date.UTC(2026, 0, 1) + position,
    body: { type: 'text', text: String(position) },
  },
})

type Forms = Capabilities['read']['direct']
const only = (forms: Partial<Forms>): Partial<Capabilities> => {
  const none = { upTo: false, exactly: false, whole: false }
  return { read: { direct: { ...none, ...forms }, group: { ...none, ...forms } } }
}

interface Started extends StartedChat {
  readonly talk: ReturnType<StartedChat['chat']['conversation']>
  readonly keys: readonly string[]
  readonly arrive: (from: number, to: number) => Promise<void>
}

/** An open conversation at live, with messages of bob's at the positions 1 to `count`. */
const withUnread = async (count: number, ...args: Parameters<typeof startChat>): Promise<Started> => {
  const started = await startChat(...args)
  const talk = started.chat.conversation(bob)
  talk.open()
  await started.clock.settle()
  const arrive = async (from: number, to: number): Promise<void> => {
    for (let position = from; position <= to; position++) started.script.tell(told(bob, 'bob', position))
    await started.clock.settle()
  }
  await arrive(1, count)
  return {
    ...started,
    talk,
    arrive,
    get keys() {
      return [...talk.messages.get()].map(({ key }) => key)
    },
  }
}

const marks = ({ script }: StartedChat): readonly unknown[] => script.asked('markRead').map(({ args: [, target] }) => target)

describe('[RCP6] my read mark', () => {
  it('counts here before the command returns, and goes to the backend', async () => {
    const started = await withUnread(3)
    const { talk, script, chat } = started
    expect(talk.unread.get().count).toBe(3)
    const marking = talk.markRead()
    expect(talk.unread.get().count).toBe(0)
    expect(chat.totalUnread.get().count).toBe(0)
    expect(marks(started)).toMatchObject([{ upTo: { id: 'm3', position: '0003' } }])
    script.next('markRead').answer()
    expect(await marking).toEqual({ ok: true, value: undefined })
  })

  it('[UNR3] a partial one leaves the rest, and an older one changes nothing', async () => {
    const started = await withUnread(4)
    const { talk, keys } = started
    void talk.markRead({ upTo: keys[2]! })
    expect(talk.unread.get().count).toBe(1)
    expect(marks(started)).toMatchObject([{ upTo: { id: 'm3' } }])
    started.script.next('markRead').answer()
    await started.clock.settle()
    expect(await talk.markRead({ upTo: keys[0]! })).toMatchObject({ ok: true })
    expect(talk.unread.get().count).toBe(1)
    expect(marks(started)).toHaveLength(1)
  })

  it('[UNR9] clears "marked unread" too, with nothing else to mark', async () => {
    const started = await withUnread(1)
    const { talk, script, clock } = started
    script.always('markRead', () => Promise.resolve())
    await talk.markRead()
    script.tell({ type: 'conversation', origin: 'live', entry: { id: bob, markedUnread: true } })
    await clock.settle()
    expect(talk.unread.get().marked).toBe(true)
    void talk.markRead()
    expect(talk.unread.get().marked).toBe(false)
    await clock.advance(1_000)
    expect(marks(started)).toHaveLength(2)
  })

  it('with nothing to mark, or of an unknown conversation, it is ok and goes nowhere', async () => {
    const { chat, script, talk } = await withUnread(0)
    expect(await talk.markRead()).toMatchObject({ ok: true })
    expect(await chat.conversation(team).markRead()).toMatchObject({ ok: true })
    expect(script.asked('markRead')).toEqual([])
  })

  it('up to a message of elsewhere is notFound', async () => {
    const { chat, keys, talk } = await withUnread(1)
    expect(await chat.conversation(team).markRead({ upTo: keys[0]! })).toMatchObject({ ok: false, error: { code: 'notFound' } })
    expect(await talk.markRead({ upTo: 'nothing' })).toMatchObject({ ok: false, error: { code: 'notFound' } })
    expect(talk.unread.get().count).toBe(1)
  })

  it('an event handed in as options is harmless', async () => {
    const { talk } = await withUnread(2)
    void talk.markRead({ preventDefault: () => {} } as never)
    expect(talk.unread.get().count).toBe(0)
  })

  it('many become one a second, with the furthest, and one in flight', async () => {
    const started = await withUnread(0)
    const { talk, script, clock, arrive } = started
    const outcomes: unknown[] = []
    for (let position = 1; position <= 5; position++) {
      await arrive(position, position)
      void talk.markRead().then(outcome => outcomes.push(outcome))
    }
    expect(marks(started)).toMatchObject([{ upTo: { id: 'm1' } }])
    await clock.advance(5_000)
    expect(marks(started)).toHaveLength(1)
    script.next('markRead').answer()
    await clock.settle()
    expect(marks(started)).toMatchObject([{ upTo: { id: 'm1' } }, { upTo: { id: 'm5' } }])
    script.next('markRead').answer()
    await clock.settle()
    expect(outcomes).toHaveLength(5)
    await arrive(6, 6)
    void talk.markRead()
    expect(marks(started)).toHaveLength(2)
    await clock.advance(999)
    expect(marks(started)).toHaveLength(2)
    await clock.advance(1)
    expect(marks(started)).toHaveLength(3)
  })

  it('with nothing newer it ends with the one that is on its way', async () => {
    const started = await withUnread(1)
    const { talk, script } = started
    const first = talk.markRead()
    const second = talk.markRead()
    script.next('markRead').answer()
    expect([await first, await second]).toMatchObject([{ ok: true }, { ok: true }])
    expect(marks(started)).toHaveLength(1)
  })

  it('one conversation does not slow another', async () => {
    const started = await withUnread(1)
    const { chat, script, clock, talk } = started
    script.tell(told(team, 'carol', 1))
    await clock.settle()
    void talk.markRead()
    void chat.conversation(team).markRead()
    expect(script.asked('markRead').map(({ args: [id] }) => id)).toEqual([bob, team])
  })

  it('the chat is busy until it is sent', async () => {
    const { talk, script, chat, clock } = await withUnread(1)
    void talk.markRead()
    let idle = false
    void chat.idle().then(() => (idle = true))
    await clock.settle()
    expect(idle).toBe(false)
    script.next('markRead').answer()
    await clock.settle()
    expect(idle).toBe(true)
  })

  it('carries content where it is given, also when it is joined with a later one', async () => {
    const { talk, script, arrive, clock } = await withUnread(1)
    void talk.markRead({ content: 'first' })
    await arrive(2, 2)
    void talk.markRead({ content: 'seen' })
    await arrive(3, 3)
    void talk.markRead()
    expect(script.next('markRead').args[2]).toMatchObject({ content: 'first' })
    script.next('markRead').answer()
    await clock.advance(1_000)
    expect(script.next('markRead').args).toMatchObject([bob, { upTo: { id: 'm3' } }, { content: 'seen' }])
  })

  it('carries content also to what is read already, and moves nothing back', async () => {
    const started = await withUnread(2)
    const { talk, keys, script, clock } = started
    void talk.markRead()
    script.next('markRead').answer()
    await clock.advance(1_000)
    const noting = talk.markRead({ upTo: keys[0]!, content: 'I bring bread' })
    expect(talk.unread.get().count).toBe(0)
    await clock.settle()
    const { args, answer } = script.next('markRead')
    expect(args).toMatchObject([bob, { upTo: { id: 'm1' } }, { content: 'I bring bread' }])
    answer()
    expect(await noting).toMatchObject({ ok: true })
    expect(talk.unread.get().count).toBe(0)
  })

  it('made offline it is sent on reconnect, the furthest only', async () => {
    const started = await withUnread(3)
    const { talk, keys, goOffline, goOnline, script, chat } = started
    await goOffline()
    const first = talk.markRead({ upTo: keys[0]! })
    const second = talk.markRead()
    expect(talk.unread.get().count).toBe(0)
    await chat.idle()
    await goOnline()
    expect(marks(started)).toMatchObject([{ upTo: { id: 'm3' } }])
    script.next('markRead').answer()
    expect([await first, await second]).toMatchObject([{ ok: true }, { ok: true }])
  })

  it('is tried again, and takes along what was marked meanwhile', async () => {
    const started = await withUnread(1)
    const { talk, script, clock, arrive } = started
    const marking = talk.markRead()
    script.next('markRead').refuse(chatError('unavailable'))
    await arrive(2, 2)
    void talk.markRead()
    await clock.advance(1_000)
    expect(marks(started)).toMatchObject([{ upTo: { id: 'm1' } }, { upTo: { id: 'm2' } }])
    script.next('markRead').answer()
    expect(await marking).toMatchObject({ ok: true })
  })

  it('refused, it stays here, and says so until one is taken', async () => {
    const { talk, script, arrive, clock } = await withUnread(1)
    const marking = talk.markRead()
    script.next('markRead').refuse(chatError('forbidden'))
    expect(await marking).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(talk.unread.get()).toMatchObject({ count: 0, synced: false })
    // With nothing new it is tried again, because the backend doesn't know.
    const again = talk.markRead()
    await clock.advance(1_000)
    script.next('markRead').answer()
    expect(await again).toMatchObject({ ok: true })
    expect(talk.unread.get().synced).toBe(true)
    await arrive(2, 2)
    expect(talk.unread.get()).toMatchObject({ count: 1, synced: true })
  })

  it('tried in vain, it is sent on the next link', async () => {
    const { talk, script, clock, goOffline, goOnline } = await withUnread(1)
    script.always('markRead', () => Promise.reject(chatError('unavailable')))
    const marking = talk.markRead()
    await clock.advance(120_000)
    expect(await marking).toMatchObject({ ok: false })
    expect(talk.unread.get().synced).toBe(false)
    script.always('markRead', () => Promise.resolve())
    await goOffline()
    await goOnline()
    expect(talk.unread.get().synced).toBe(true)
  })

  it('stays here where receipts are off', async () => {
    const { talk, script } = await withUnread(2, {}, { receipts: { read: false } })
    expect(await talk.markRead()).toMatchObject({ ok: true })
    expect(talk.unread.get()).toMatchObject({ count: 0, synced: true })
    expect(script.asked('markRead')).toEqual([])
  })

  it('[ID3] of the conversation with myself goes nowhere', async () => {
    const { chat, script, clock } = await startChat()
    const notes = chat.conversation(direct('alice'))
    script.tell(told(direct('alice'), 'alice', 1))
    await clock.settle()
    expect(notes.unread.get().count).toBe(0)
    expect(await notes.markRead()).toMatchObject({ ok: true })
    expect(script.asked('markRead')).toEqual([])
  })
})

describe('[RCP6] which marks are sent', () => {
  it('is decided for all conversations, or for each', async () => {
    const receipts = (id: ConversationId) => ({ read: id !== bob })
    const started = await withUnread(2, {}, { receipts })
    expect(await started.talk.markRead()).toMatchObject({ ok: true })
    expect(started.talk.unread.get().count).toBe(0)
    expect(marks(started)).toEqual([])
    started.script.tell(told(team, 'bob', 1))
    await started.clock.settle()
    void started.chat.conversation(team).markRead()
    expect(marks(started)).toHaveLength(1)
  })
})

describe('[RCP6] the form of a mark', () => {
  it('is the whole conversation only with nothing newer, synced, at live and covered', async () => {
    const started = await withUnread(3, { capabilities: only({ whole: true, exactly: true }) })
    const { talk, keys, script, clock } = started
    void talk.markRead({ upTo: keys[1]! })
    expect(marks(started)).toMatchObject([{ exactly: [{ id: 'm2' }, { id: 'm1' }] }])
    script.next('markRead').answer()
    void talk.markRead()
    await clock.advance(1_000)
    expect(marks(started)[1]).toEqual({ whole: true, through: '0003' })
  })

  it("is never the whole one after a gap that isn't closed", async () => {
    const started = await withUnread(2, { capabilities: only({ whole: true, exactly: true }) })
    const { talk, script, clock, goOffline, goOnline } = started
    await goOffline()
    script.always('history', () => Promise.reject(chatError('unavailable', { retryable: false })))
    await goOnline('gap')
    void talk.markRead()
    await clock.settle()
    expect(marks(started)).toMatchObject([{ exactly: [{ id: 'm2' }, { id: 'm1' }] }])
  })

  it('where only whole ones are taken, it waits until all is here', async () => {
    const started = await withUnread(2, { capabilities: only({ whole: true }) })
    const { talk, script, clock, goOffline, goOnline } = started
    await goOffline()
    script.always('history', () => Promise.reject(chatError('unavailable', { retryable: false })))
    await goOnline('gap')
    expect(await talk.markRead()).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    expect(talk.unread.get()).toMatchObject({ count: 0, synced: false })
    expect(marks(started)).toEqual([])
    script.always('history', () => Promise.resolve({ facts: [], covers: { from: 'start', to: 'live' } }))
    await talk.loadNewer()
    void talk.markRead()
    await clock.settle()
    expect(marks(started)).toEqual([{ whole: true, through: '0002' }])
    script.next('markRead').answer()
    await clock.settle()
    expect(talk.unread.get().synced).toBe(true)
  })

  it('by name it takes the newest, at most what the backend takes, none of mine and none twice', async () => {
    const started = await withUnread(5, { capabilities: only({ exactly: true, maxRefs: 3 }) })
    const { talk, script, clock, arrive } = started
    script.tell(told(bob, 'alice', 6))
    script.always('markRead', () => Promise.resolve())
    await clock.settle()
    await talk.markRead()
    expect(marks(started)).toMatchObject([{ exactly: [{ id: 'm5' }, { id: 'm4' }, { id: 'm3' }] }])
    await arrive(7, 7)
    void talk.markRead()
    await clock.advance(1_000)
    expect(marks(started)[1]).toMatchObject({ exactly: [{ id: 'm7' }] })
  })

  it('by name it is a hundred at most', async () => {
    const started = await withUnread(130, { capabilities: only({ exactly: true, maxRefs: 500 }) })
    void started.talk.markRead()
    expect(marks(started)).toHaveLength(1)
    expect((marks(started)[0] as { exactly: unknown[] }).exactly).toHaveLength(100)
  })

  it('by name there may be nobody to tell', async () => {
    const { chat, script, clock } = await startChat({ capabilities: only({ exactly: true }) })
    script.tell(told(bob, 'alice', 1))
    await clock.settle()
    expect(await chat.conversation(bob).markRead()).toMatchObject({ ok: true })
    expect(script.asked('markRead')).toEqual([])
  })
})

describe('[RCP6] when the page is hidden', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('what waits for its second goes at once', async () => {
    const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
    vi.stubGlobal('document', page)
    vi.stubGlobal('window', new EventTarget())
    const started = await withUnread(1)
    const { talk, script, clock, arrive, chat } = started
    script.always('markRead', () => Promise.resolve())
    await talk.markRead()
    await arrive(2, 2)
    void talk.markRead()
    await clock.settle()
    page.dispatchEvent(new Event('visibilitychange'))
    await clock.settle()
    expect(marks(started)).toHaveLength(1)
    page.visibilityState = 'hidden'
    page.dispatchEvent(new Event('visibilitychange'))
    await clock.settle()
    expect(marks(started)).toMatchObject([{ upTo: { id: 'm1' } }, { upTo: { id: 'm2' } }])
    await chat.dispose()
  })
})

describe('[RES2] dispose', () => {
  it('settles what waits as cancelled and leaves no timer', async () => {
    const { talk, arrive, chat, clock } = await withUnread(1)
    const out = talk.markRead()
    await arrive(2, 2)
    const waiting = talk.markRead()
    await chat.dispose()
    expect([await out, await waiting]).toMatchObject([{ error: { code: 'cancelled' } }, { error: { code: 'cancelled' } }])
    expect(clock.pending).toBe(0)
  })
})
