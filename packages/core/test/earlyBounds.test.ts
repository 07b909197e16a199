import { describe, expect, it } from 'vitest'
import type { Fact } from '../src/protocol/fact.ts'
import type { HistoryPage } from '../src/protocol/transport.ts'
import { live, message, withBob } from './pagedHistory.ts'
import { startChat } from './startChat.ts'

const recalled = (n: number, origin: 'live' | 'history' = 'live'): Fact => ({
  type: 'recalled',
  origin,
  target: { conversation: withBob, id: `m${n}` },
  by: 'bob',
  as: 'author',
})
const numbers = Array.from({ length: 50 }, (_, index) => index + 1)
const page = (...beside: readonly Fact[]): HistoryPage => ({
  facts: [...numbers.map(n => ({ type: 'message', origin: 'history', message: message(n) }) as const), ...beside],
  covers: { from: 'start', to: 'live' },
})

describe('[EARLY1, RCL2] when more recalls wait than may', () => {
  it('a page asked for before is asked for anew, and no body comes to light', async () => {
    const { chat, script, clock, errors } = await startChat()
    script.always('history', undefined)
    const talk = chat.conversation(withBob)
    talk.open()
    await clock.settle()
    for (let n = 1; n <= 300; n++) script.tell(recalled(n))
    script.next('history').answer(page())
    await clock.settle()
    expect([talk.messages.get().length, talk.history.get().state]).toEqual([0, 'loading'])
    expect(errors.map(({ code, limit }) => [code, limit])).toEqual([['protocol', 256]])
    script.next('history').answer(page(...numbers.map(n => recalled(n, 'history'))))
    await clock.settle()
    expect(talk.messages.get().map(({ body }) => body)).toEqual(numbers.map(() => undefined))
    expect(talk.history.get().state).toBe('idle')
  })

  it('so is a line of the list', async () => {
    const { chat, script, clock } = await startChat()
    script.always('conversations', undefined)
    const listed = chat.loadConversations()
    await clock.settle()
    for (let n = 1; n <= 300; n++) script.tell(recalled(n))
    script.next('conversations').answer({ entries: [{ id: withBob, last: message(1) }] })
    await clock.settle()
    expect(chat.conversations.get().length).toBe(0)
    script.next('conversations').answer({ entries: [{ id: withBob, title: 'Bob' }] })
    expect((await listed).ok).toBe(true)
    expect(chat.conversations.get().map(({ title }) => title)).toEqual(['Bob'])
  })

  it('a page that is overtaken again and again fails, visibly, and may be tried again', async () => {
    const { chat, script, clock } = await startChat()
    script.always('history', undefined)
    const talk = chat.conversation(withBob)
    const loaded = talk.loadOlder()
    for (let round = 0; round < 3; round++) {
      await clock.settle()
      for (let n = 1; n <= 300; n++) script.tell(recalled(n + round * 1_000))
      script.next('history').answer(page())
    }
    expect(await loaded).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    expect([talk.history.get().state, talk.messages.get().length]).toEqual(['failed', 0])
    script.always('history', () => Promise.resolve(page()))
    expect((await talk.loadOlder()).ok).toBe(true)
    expect(talk.messages.get().length).toBe(50)
  })

  it('a page that was asked for after them all is taken as it is', async () => {
    const { chat, script, clock } = await startChat()
    for (let n = 1_001; n <= 1_300; n++) script.tell(recalled(n))
    script.tell(live(1))
    await clock.settle()
    script.always('history', () => Promise.resolve(page()))
    const asked = script.asked('history').length
    await chat.conversation(withBob).loadOlder()
    expect(script.asked('history').length - asked).toBe(1)
  })
})
