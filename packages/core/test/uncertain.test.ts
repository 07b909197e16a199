import { describe, expect, it } from 'vitest'
import { chatError } from '../src/model/error.ts'
import { direct } from '../src/model/ids.ts'
import type { HistoryPage } from '../src/protocol/transport.ts'
import { startChat, type StartedChat } from './startChat.ts'

const bob = direct('bob')
const noDedupe = { capabilities: { dedupe: 'none' } } as const

const texts = ({ script }: StartedChat): readonly string[] =>
  script.asked('send').map(({ args: [{ body }] }) => (body.type === 'text' ? body.text : body.type))
const state = ({ message }: StartedChat, key: string): string | undefined => message(key)?.send?.state
const nothingThere: HistoryPage = { facts: [], covers: { from: 'start', to: 'live' } }

/** The page that shows the message to be stored. */
const pageWith = (localId: string, text: string): HistoryPage => ({
  facts: [
    {
      type: 'message',
      origin: 'history',
      message: { conversation: bob, from: 'alice', id: 'm1', localId, position: '000001', sentAt: 1, body: { type: 'text', text } },
    },
  ],
  covers: { from: 'start', to: 'live' },
})

/** Sends one message whose answer is lost. */
const sendInDoubt = async (started: StartedChat, text = 'a'): Promise<string> => {
  const key = started.chat.conversation(bob).send(text)
  started.script.next('send').refuse(chatError('timeout'))
  await started.clock.settle()
  return key
}

describe('[SND6] a send whose effect nobody knows, where the backend stores twice what is sent twice', () => {
  it('is uncertain, and history is asked', async () => {
    const started = await startChat(noDedupe)
    started.script.always('history', undefined)
    const key = await sendInDoubt(started)
    expect(state(started, key)).toBe('uncertain')
    expect(started.script.next('history').args[0]).toMatchObject({ conversation: bob })
    expect(texts(started)).toEqual(['a'])
  })

  it('found in history, it is sent, and the queue goes on', async () => {
    const started = await startChat(noDedupe)
    const { chat, script, clock } = started
    script.always('history', undefined)
    const key = await sendInDoubt(started)
    const after = chat.conversation(bob).send('b')
    expect(state(started, after)).toBe('queued')
    const { localId } = script.asked('send')[0]!.args[0]
    script.next('history').answer(pageWith(localId, 'a'))
    await clock.settle()
    expect(state(started, key)).toBe('sent')
    expect(texts(started)).toEqual(['a', 'b'])
    expect(chat.conversation(bob).messages.get().length).toBe(2)
  })

  it('absent from a page that reaches from before the send to live, it goes again, before what waits behind it', async () => {
    const started = await startChat(noDedupe)
    const { chat, script, clock } = started
    script.always('history', undefined)
    await sendInDoubt(started)
    chat.conversation(bob).send('b')
    script.next('history').answer(nothingThere)
    await clock.settle()
    expect(texts(started)).toEqual(['a', 'a'])
    expect(script.asked('send')[1]?.args[0].localId).toBe(script.asked('send')[0]?.args[0].localId)
  })

  it('holds its queue for fifteen seconds online at most', async () => {
    const started = await startChat(noDedupe)
    const { chat, script, clock, goOffline, goOnline } = started
    script.always('history', () => Promise.reject(chatError('unavailable')))
    const key = await sendInDoubt(started)
    chat.conversation(bob).send('b')
    await clock.advance(10_000)
    await goOffline()
    await clock.advance(600_000)
    expect(texts(started)).toEqual(['a'])
    await goOnline()
    await clock.advance(4_000)
    expect(texts(started)).toEqual(['a'])
    await clock.advance(2_000)
    expect(texts(started)).toEqual(['a', 'b'])
    expect(state(started, key)).toBe('uncertain')
  })

  it('is asked about again after a reconnect, and then the chat is idle', async () => {
    const started = await startChat(noDedupe)
    const { chat, script, clock, goOffline, goOnline } = started
    script.always('history', () => Promise.reject(chatError('unavailable')))
    const key = await sendInDoubt(started)
    await clock.advance(16_000)
    await chat.idle()
    const { localId } = script.asked('send')[0]!.args[0]
    script.always('history', () => Promise.resolve(pageWith(localId, 'a')))
    await goOffline()
    await goOnline()
    await chat.idle()
    expect(state(started, key)).toBe('sent')
    expect(texts(started)).toEqual(['a'])
  })

  it('[ID5] is not compared by text or time where copies do not carry the localId: a late ack ends it', async () => {
    const started = await startChat({ capabilities: { dedupe: 'none', localIdVisible: false } })
    const { chat, script, clock } = started
    script.always('history', undefined)
    const key = await sendInDoubt(started)
    chat.conversation(bob).send('b')
    await clock.advance(14_000)
    expect(texts(started)).toEqual(['a'])
    await clock.advance(2_000)
    expect(texts(started)).toEqual(['a', 'b'])
    expect(script.asked('history')).toEqual([])
    expect(state(started, key)).toBe('uncertain')
    script.tell({
      type: 'accepted',
      origin: 'live',
      localId: script.asked('send')[0]!.args[0].localId,
      ack: { id: 'm1', position: '000001' },
    })
    await clock.settle()
    expect(state(started, key)).toBe('sent')
  })

  it('goes out again at once if the user says so', async () => {
    const started = await startChat({ capabilities: { dedupe: 'none', localIdVisible: false } })
    const { chat, script } = started
    const key = await sendInDoubt(started)
    expect(await chat.conversation(bob).retry(key)).toMatchObject({ ok: true })
    expect(state(started, key)).toBe('sending')
    expect(script.asked('send')[1]?.args[0].localId).toBe(script.asked('send')[0]?.args[0].localId)
  })

  it('is settled by a copy that comes by itself, and the queue goes on at once', async () => {
    const started = await startChat(noDedupe)
    const { chat, script, clock } = started
    script.always('history', undefined)
    const key = await sendInDoubt(started)
    chat.conversation(bob).send('b')
    const [message] = script.asked('send')[0]!.args
    script.tell({ type: 'message', origin: 'live', message: { ...message, from: 'alice', id: 'm1', position: '000001', sentAt: 1 } })
    await clock.settle()
    expect(state(started, key)).toBe('sent')
    expect(texts(started)).toEqual(['a', 'b'])
  })

  it('a permanent failure of unknown effect is parked once history shows that nothing was stored', async () => {
    const started = await startChat(noDedupe)
    const { chat, script, clock } = started
    const key = chat.conversation(bob).send('a')
    script.next('send').refuse(new Error('who knows'))
    await clock.settle()
    expect(started.message(key)?.send).toMatchObject({ state: 'failed', error: { code: 'unknown' } })
    expect(texts(started)).toEqual(['a'])
  })

  it('a link cut again and again still ends: five attempts, each known to be absent', async () => {
    const started = await startChat(noDedupe)
    const { chat, script, clock } = started
    script.always('send', () => Promise.reject(chatError('unavailable')))
    const key = chat.conversation(bob).send('a')
    await clock.advance(60_000)
    expect(state(started, key)).toBe('failed')
    expect(texts(started)).toHaveLength(5)
  })

  it('a window that is over is no dedupe any more', async () => {
    const started = await startChat({ capabilities: { dedupe: { windowMs: 60_000 } } })
    const { chat, script, clock, goOffline, goOnline } = started
    script.always('history', undefined)
    const key = chat.conversation(bob).send('a')
    script.next('send').refuse(chatError('timeout'))
    await clock.advance(1_000)
    // Within the window the same name is one message.
    expect(texts(started)).toEqual(['a', 'a'])
    await goOffline()
    script.next('send').refuse(chatError('timeout'))
    await clock.advance(60_000)
    await goOnline()
    expect(state(started, key)).toBe('uncertain')
    expect(texts(started)).toEqual(['a', 'a'])
    script.next('history').answer(nothingThere)
    await clock.settle()
    expect(texts(started)).toEqual(['a', 'a', 'a'])
  })
})
