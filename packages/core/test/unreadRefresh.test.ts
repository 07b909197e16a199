import { describe, expect, it } from 'vitest'
import { chatError } from '../src/model/error.ts'
import type { Fact, ReceiptTarget } from '../src/protocol/fact.ts'
import { at, live, message, withBob } from './pagedHistory.ts'
import { startChat, type StartedChat } from './startChat.ts'

interface Listed extends StartedChat {
  readonly talk: ReturnType<StartedChat['chat']['conversation']>
  /** How often the line was asked for alone. */
  readonly asked: () => number
}

/** A hundred messages of bob's that nobody loaded: the list tells their number from my mark, as the backend knows it. */
const listed = async (scripted?: Parameters<typeof startChat>[0]): Promise<Listed> => {
  let mark = 0
  const started = await startChat(scripted)
  const { script, chat, clock } = started
  script.always('conversations', () =>
    Promise.resolve({
      entries: [{ id: withBob, last: message(100), unread: { count: 100 - mark, asOf: at(100), ...(mark > 0 && { mark: at(mark) }) } }],
    }),
  )
  script.always('markRead', (_conversation, target) => {
    if ('upTo' in target) mark = Number(target.upTo.position?.slice(1))
    return Promise.resolve()
  })
  script.always('history', ({ at: where }) =>
    Promise.resolve(
      'around' in where
        ? { facts: [49, 50, 51].map(n => live(n)), covers: { from: at(49), to: at(51) } }
        : { facts: [], covers: { from: at(100), to: 'live' } },
    ),
  )
  await chat.loadConversations()
  await clock.settle()
  const talk = chat.conversation(withBob)
  return { ...started, talk, asked: () => script.asked('conversations').filter(({ args: [query] }) => query.only !== undefined).length }
}

const read = (target: ReceiptTarget, more: Partial<Extract<Fact, { type: 'receipt' }>> = {}): Fact => ({
  type: 'receipt',
  origin: 'live',
  conversation: withBob,
  user: 'alice',
  kind: 'read',
  target,
  ...more,
})

describe('where messages are not known, the line of the list is asked for again', () => {
  it('[UNR2, UNR3] after a mark of mine in the middle, once the backend has it', async () => {
    const { talk, clock, asked, script } = await listed()
    await talk.loadAround('m50')
    const key = talk.messages.get().find(({ id }) => id === 'm50')?.key ?? ''
    script.always('markRead', undefined)
    const marked = talk.markRead({ upTo: key })
    await clock.settle()
    expect(asked()).toBe(0)
    script.always('conversations', () =>
      Promise.resolve({ entries: [{ id: withBob, last: message(100), unread: { count: 50, asOf: at(100), mark: at(50) } }] }),
    )
    script.next('markRead').answer()
    expect((await marked).ok).toBe(true)
    await clock.settle()
    expect([asked(), talk.unread.get().count]).toEqual([1, 50])
  })

  it('[UNR2] not after one that it refused', async () => {
    const { talk, clock, asked, script } = await listed()
    await talk.loadAround('m50')
    const key = talk.messages.get().at(1)?.key ?? ''
    script.always('markRead', () => Promise.reject(chatError('forbidden')))
    expect((await talk.markRead({ upTo: key })).ok).toBe(false)
    await clock.settle()
    expect(asked()).toBe(0)
  })

  it.each(['live', 'catchup'] as const)('[UNR2, UNR4] after a mark of mine from another device, %s', async origin => {
    const { clock, asked, script } = await listed()
    script.tell(read({ upTo: { conversation: withBob, id: 'm5', position: at(5) } }, { origin }))
    await clock.settle()
    expect(asked()).toBe(1)
  })

  it('[UNR2, UNR4] wherever such a mark says its conversation', async () => {
    const { clock, asked, script, talk } = await listed()
    await talk.loadAround('m50')
    const nowhere = { conversation: undefined } as never
    script.tell(read({ exactly: [{ conversation: withBob, id: 'm5' }] }, nowhere))
    await clock.settle()
    expect(asked()).toBe(1)
    script.tell({ ...live(200), message: { ...message(200), from: 'bob', localId: 'l1' } })
    await clock.settle()
    script.tell(read({ upTo: { from: 'bob', localId: 'l1' } }, nowhere))
    await clock.settle()
    expect(asked()).toBe(2)
  })

  it('[UNR2] not after somebody else’s, or one that a page brings', async () => {
    const { clock, asked, script } = await listed()
    script.tell(read({ upTo: { position: at(5) } }, { user: 'bob' }), read({ upTo: { position: at(5) } }, { kind: 'delivered' }))
    script.tell(read({ upTo: { position: at(5) } }, { origin: 'history' }))
    await clock.settle()
    expect(asked()).toBe(0)
  })

  it('[UNR2] after a recall or a deletion that names no conversation but a message that is here', async () => {
    const { clock, asked, script, talk } = await listed({ capabilities: { ids: 'global' } })
    await talk.loadAround('m50')
    script.tell({ type: 'recalled', origin: 'live', target: { id: 'm50' }, by: 'bob', as: 'author' })
    await clock.settle()
    expect(asked()).toBe(1)
    script.tell({ type: 'deleted', origin: 'live', target: { exactly: [{ id: 'm51' }] } })
    await clock.settle()
    expect(asked()).toBe(2)
  })

  it('[UNR2] after a deletion whose references say the conversation', async () => {
    const { clock, asked, script } = await listed()
    script.tell({ type: 'deleted', origin: 'live', target: { exactly: [7, 8].map(n => ({ conversation: withBob, id: `m${n}` })) } })
    await clock.settle()
    expect(asked()).toBe(1)
  })
})

describe('a mark where there is nothing to put it to', () => {
  it('[RCP6, UNR2] goes to what the backend counted through, where it tells no last message', async () => {
    const { chat, script, clock } = await startChat()
    script.always('conversations', () => Promise.resolve({ entries: [{ id: withBob, unread: { count: 3, asOf: at(5), mark: at(2) } }] }))
    await chat.loadConversations()
    const talk = chat.conversation(withBob)
    expect(talk.unread.get().count).toBe(3)
    const marked = talk.markRead()
    await clock.settle()
    expect(talk.unread.get().count).toBe(0)
    expect(script.asked('markRead').map(({ args: [, target] }) => target)).toEqual([{ upTo: { conversation: withBob, position: at(5) } }])
    script.next('markRead').answer()
    expect((await marked).ok).toBe(true)
  })

  it('[RCP6] is the whole conversation, where a backend takes only that and all is here', async () => {
    const forms = { upTo: false, exactly: false, whole: true }
    const { chat, script, clock } = await startChat({ capabilities: { read: { direct: forms, group: forms } } })
    script.always('conversations', () => Promise.resolve({ entries: [{ id: withBob, unread: { count: 3, asOf: at(5) } }] }))
    await chat.loadConversations()
    const talk = chat.conversation(withBob)
    talk.open()
    await clock.settle()
    void talk.markRead()
    await clock.settle()
    expect(script.asked('markRead').map(({ args: [, target] }) => target)).toEqual([{ whole: true, through: at(5) }])
  })

  it('[UNR9] still takes "marked unread" away', async () => {
    const { chat, script, clock } = await startChat()
    script.always('conversations', () => Promise.resolve({ entries: [{ id: withBob, markedUnread: true }] }))
    script.always('setConversation', () => Promise.resolve({}))
    await chat.loadConversations()
    const talk = chat.conversation(withBob)
    expect(talk.unread.get().marked).toBe(true)
    const marked = talk.markRead()
    expect(talk.unread.get().marked).toBe(false)
    expect((await marked).ok).toBe(true)
    await clock.settle()
    expect(talk.unread.get().marked).toBe(false)
    expect(script.asked('setConversation').map(({ args: [, settings] }) => settings)).toEqual([{ markedUnread: false }])
    expect(script.asked('markRead')).toEqual([])
  })
})
