import { of } from 'rxjs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createChat } from '../src/createChat.ts'
import type { Connection } from '../src/model/connection.ts'
import { chatError } from '../src/model/error.ts'
import type { Outcome } from '../src/model/outcome.ts'
import type { TransportEvent } from '../src/protocol/transport.ts'
import { at, live, withBob } from './pagedHistory.ts'
import { scriptedChat, type Scripted } from './scriptedChat.ts'
import { timelineRows } from './timelineRows.ts'

afterEach(() => vi.unstubAllGlobals())

const states = ({ chat }: Scripted): Connection['state'][] => {
  const seen: Connection['state'][] = []
  chat.connection.subscribe(({ state }) => seen.push(state))
  return seen
}

/** What a promise came to, once it has. */
const ending = (promise: Promise<Outcome>): { outcome: Outcome | undefined } => {
  const seen: { outcome: Outcome | undefined } = { outcome: undefined }
  void promise.then(outcome => (seen.outcome = outcome))
  return seen
}

const code = (outcome: Outcome | undefined): string => (outcome === undefined ? 'pending' : outcome.ok ? 'ok' : outcome.error.code)

describe('states', () => {
  it('[CON1] goes from offline over connecting and syncing to online', async () => {
    const scripted = scriptedChat()
    const { script, chat, clock } = scripted
    const seen = states(scripted)
    const connected = ending(chat.connect())
    await clock.settle()
    script.emit({ type: 'checkpoint', token: 1 })
    await clock.settle()
    expect(connected.outcome).toBeUndefined()
    script.sync()
    await clock.settle()
    expect(seen).toEqual(['offline', 'connecting', 'syncing', 'online'])
    expect(chat.connection.get()).toEqual({ state: 'online', since: clock.now() })
    expect(code(connected.outcome)).toBe('ok')
  })

  it('[CON1] a lost link is opened again after a growing, capped pause', async () => {
    const { script, chat, clock, goOnline } = scriptedChat()
    await goOnline()
    await clock.advance(5_000)
    const pauses: number[] = []
    for (let n = 0; n < 8; n++) {
      script.lose(chatError('unavailable'))
      const now = chat.connection.get()
      expect(now).toMatchObject({ state: 'offline', error: { code: 'unavailable' } })
      const pause = (now.state === 'offline' ? (now.retryAt ?? 0) : 0) - clock.now()
      pauses.push(pause)
      expect(script.links()).toBe(0)
      await clock.advance(pause - 1)
      expect(script.links()).toBe(0)
      await clock.advance(1)
      expect(script.links()).toBe(1)
    }
    // Half of each is chance, and chance here says 0.5.
    expect(pauses).toEqual([750, 1_500, 3_000, 6_000, 12_000, 22_500, 22_500, 22_500])
  })

  it('[CON1] after a link that held the pauses start anew; after one that only flashed up they go on', async () => {
    const { script, chat, clock, goOnline } = scriptedChat()
    const pause = (): number => {
      const now = chat.connection.get()
      return now.state === 'offline' ? (now.retryAt ?? 0) - clock.now() : 0
    }
    await goOnline()
    script.lose(chatError('unavailable'))
    await clock.advance(pause())
    script.sync()
    script.lose(chatError('unavailable'))
    expect(pause()).toBe(1_500)
    await clock.advance(pause())
    script.sync()
    await clock.advance(1_000)
    script.lose(chatError('unavailable'))
    expect(pause()).toBe(750)
  })

  it('[CON1] the backend’s own wish for a pause wins', async () => {
    const { script, chat, clock, goOnline } = scriptedChat()
    await goOnline()
    script.lose(chatError('rateLimited', { retryAfterMs: 70_000 }))
    expect(chat.connection.get()).toMatchObject({ state: 'offline', retryAt: clock.now() + 70_000 })
  })

  it('[CON1] something that is no ChatError, and an end without a word, are lost links too', async () => {
    const { script, chat, clock, goOnline } = scriptedChat()
    await goOnline()
    script.lose(new Error('socket hang up'))
    expect(chat.connection.get()).toMatchObject({ state: 'offline', error: { code: 'unavailable', message: 'socket hang up' } })
    await clock.advance(1_000)
    script.end()
    expect(chat.connection.get()).toMatchObject({ state: 'offline', error: { code: 'unavailable' } })
  })

  it('[CON1] a transport that throws as it connects is tried again', async () => {
    const { script, chat, clock } = scriptedChat()
    const connect = vi.spyOn(script.transport, 'connect').mockImplementationOnce(() => {
      throw new Error('no socket')
    })
    void chat.connect()
    await clock.settle()
    expect(chat.connection.get()).toMatchObject({ state: 'offline', error: { message: 'no socket' } })
    await clock.advance(1_000)
    expect(connect).toHaveBeenCalledTimes(2)
    expect(script.links()).toBe(1)
  })

  it('[CON1] a link that does not get synced within 30 seconds is lost', async () => {
    const { script, chat, clock } = scriptedChat()
    void chat.connect()
    await clock.settle()
    await clock.advance(29_999)
    expect(script.links()).toBe(1)
    await clock.advance(1)
    expect(script.links()).toBe(0)
    expect(chat.connection.get()).toMatchObject({ state: 'offline', error: { code: 'timeout' } })
  })

  it('[CON1] the network’s return ends the pause at once', async () => {
    const window = new EventTarget()
    vi.stubGlobal('window', window)
    const { script, chat, clock, goOnline } = scriptedChat()
    await goOnline()
    script.lose(chatError('unavailable'))
    expect(script.links()).toBe(0)
    window.dispatchEvent(new Event('online'))
    await clock.settle()
    expect(script.links()).toBe(1)
    expect(chat.connection.get().state).toBe('connecting')
    const stop = vi.spyOn(window, 'removeEventListener')
    await chat.disconnect()
    expect(stop).toHaveBeenCalledTimes(1)
    window.dispatchEvent(new Event('online'))
    await clock.settle()
    expect(script.links()).toBe(0)
  })

  it.each(['authRejected', 'replacedElsewhere'] as const)('[CON1] stops at %s, and connect tries anew', async reason => {
    const { script, chat, clock, goOnline } = scriptedChat()
    await goOnline()
    script.emit({ type: 'closed', error: chatError(reason) })
    expect(chat.connection.get()).toMatchObject({ state: 'closed', error: { code: reason } })
    expect(script.links()).toBe(0)
    await clock.advance(600_000)
    expect(script.links()).toBe(0)
    await goOnline()
    expect(chat.connection.get().state).toBe('online')
  })

  it('[CON1] an error that trying again cannot mend closes the link, and tells who connects', async () => {
    const { script, chat, clock } = scriptedChat()
    const connected = ending(chat.connect())
    await clock.settle()
    script.lose(chatError('authRejected'))
    await clock.settle()
    expect(code(connected.outcome)).toBe('authRejected')
    expect(chat.connection.get()).toMatchObject({ state: 'closed', error: { code: 'authRejected' } })
  })

  it('[CON3] a link lost for expired credentials is opened again: the transport asks for new ones', async () => {
    const { script, chat, clock, goOnline } = scriptedChat()
    await goOnline()
    script.lose(chatError('authExpired'))
    expect(chat.connection.get()).toMatchObject({ state: 'offline', error: { code: 'authExpired' } })
    await clock.advance(1_000)
    expect(script.links()).toBe(1)
  })
})

describe('a transport that reconnects by itself', () => {
  const selfMade = { capabilities: { reconnects: 'transport' } } as const

  it('[CON1] says how that goes, and keeps its one link', async () => {
    const { script, chat, clock, goOnline } = scriptedChat(selfMade)
    await goOnline()
    const retryAt = clock.now() + 9_000
    script.emit({ type: 'link', state: 'lost', retryAt, error: chatError('unavailable') })
    expect(chat.connection.get()).toMatchObject({ state: 'offline', retryAt, error: { code: 'unavailable' } })
    await clock.advance(600_000)
    expect(script.tokens).toHaveLength(1)
    script.emit({ type: 'link', state: 'connecting' })
    expect(chat.connection.get()).toEqual({ state: 'connecting' })
    script.sync()
    expect(chat.connection.get().state).toBe('online')
    expect(script.links()).toBe(1)
  })

  it('[CON1] has all the time it wants', async () => {
    const { script, chat, clock } = scriptedChat(selfMade)
    void chat.connect()
    await clock.advance(600_000)
    expect(script.tokens).toHaveLength(1)
    expect(chat.connection.get().state).toBe('connecting')
  })

  it('[CON1] one that gives up is closed', async () => {
    const { script, chat, clock, goOnline } = scriptedChat(selfMade)
    await goOnline()
    script.lose(chatError('unavailable'))
    await clock.advance(600_000)
    expect(chat.connection.get()).toMatchObject({ state: 'closed', error: { code: 'unavailable' } })
    expect(script.tokens).toHaveLength(1)
  })

  it('[RCV2] what comes between a lost link and synced waits, for something may lie before it', async () => {
    const { script, chat, clock, goOnline } = scriptedChat(selfMade)
    const talk = chat.conversation(withBob)
    talk.open()
    await goOnline()
    script.tell(live(1))
    await clock.settle()
    script.emit({ type: 'link', state: 'lost' })
    script.tell(live(5))
    await clock.settle()
    expect(talk.messages.get().length).toBe(1)
    script.always('history', undefined)
    script.sync('gap')
    await clock.settle()
    expect(talk.timeline.get().map(item => item.type)).toContain('gap')
  })

  it('[RCV2] saying once more that it connects takes nothing away from what already came', async () => {
    const { script, chat, clock, goOnline } = scriptedChat(selfMade)
    const talk = chat.conversation(withBob)
    talk.open()
    await goOnline()
    script.tell(live(1))
    script.always('history', undefined)
    script.emit({ type: 'link', state: 'lost' }, { type: 'link', state: 'connecting' })
    script.tell({ ...live(2), origin: 'catchup' })
    script.emit({ type: 'link', state: 'connecting' })
    script.sync('whole')
    script.tell(live(3))
    await clock.settle()
    expect(script.asked('history').map(({ answered }) => answered)).toEqual([true])
    expect(timelineRows(talk)).toBe('1 2 3')
    expect(talk.history.get().hasNewer).toBe(false)
  })
})

describe('connect and disconnect', () => {
  it('[CON2] connect twice is one link, and both promises settle', async () => {
    const { script, chat, clock } = scriptedChat()
    const [first, second] = [ending(chat.connect()), ending(chat.connect())]
    await clock.settle()
    expect(script.links()).toBe(1)
    script.sync()
    await clock.settle()
    expect([code(first.outcome), code(second.outcome)]).toEqual(['ok', 'ok'])
    expect(code(await chat.connect())).toBe('ok')
    expect(script.tokens).toHaveLength(1)
  })

  it('[CON2] connect, disconnect, connect in one tick ends connected once', async () => {
    const { script, chat, clock } = scriptedChat()
    const first = ending(chat.connect())
    const left = ending(chat.disconnect())
    const second = ending(chat.connect())
    await clock.settle()
    expect(script.tokens).toHaveLength(1)
    script.sync()
    await clock.settle()
    expect([first, left, second].map(({ outcome }) => code(outcome))).toEqual(['cancelled', 'ok', 'ok'])
    expect(script.links()).toBe(1)
    expect(chat.connection.get().state).toBe('online')
  })

  it('[CON2] disconnect, connect in one tick ends connected once, too', async () => {
    const { script, chat, clock, goOnline } = scriptedChat()
    await goOnline()
    void chat.disconnect()
    void chat.connect()
    await clock.settle()
    expect(script.links()).toBe(1)
    script.sync()
    expect(chat.connection.get().state).toBe('online')
  })

  it('[CON2] connecting keeps its promise through failed tries', async () => {
    const { script, chat, clock } = scriptedChat()
    const connected = ending(chat.connect())
    await clock.settle()
    script.lose(chatError('unavailable'))
    await clock.advance(1_000)
    expect(code(connected.outcome)).toBe('pending')
    script.sync()
    await clock.settle()
    expect(code(connected.outcome)).toBe('ok')
  })

  it('[CON2] nothing is delivered after disconnect resolved', async () => {
    const { script, chat, clock, goOnline } = scriptedChat()
    const talk = chat.conversation(withBob)
    script.always('history', undefined)
    await goOnline()
    talk.open()
    await clock.settle()
    const asked = script.next('history')
    script.tell(live(1))
    await chat.disconnect()
    const seen: number[] = []
    talk.messages.subscribe(messages => seen.push(messages.length))
    chat.facts$.subscribe(() => seen.push(-1))
    expect(seen).toEqual([1])
    script.tell(live(2))
    asked.answer({ facts: [live(3)], covers: { from: at(3), to: 'live' } })
    await clock.advance(60_000)
    expect(seen).toEqual([1])
    expect(talk.history.get()).toMatchObject({ state: 'idle' })
    expect(script.links()).toBe(0)
    expect(clock.pending).toBe(0)
  })

  it('[CON2] not even what waited for the next frame', async () => {
    const { script, clock } = scriptedChat()
    const framed = {
      ...clock,
      frame: (run: () => void) => {
        const timer = clock.setTimeout(run, 16)
        return () => clock.clearTimeout(timer)
      },
    }
    const chat = createChat({ transport: script.transport, clock: framed })
    void chat.connect()
    await clock.settle()
    script.sync()
    const talk = chat.conversation(withBob)
    script.tell(live(1))
    await clock.settle()
    script.tell(live(2))
    await clock.settle()
    expect(talk.messages.get().length).toBe(1)
    await chat.disconnect()
    expect(talk.messages.get().length).toBe(2)
    const facts: unknown[] = []
    chat.facts$.subscribe(fact => facts.push(fact))
    await clock.advance(1_000)
    expect(facts).toEqual([])
  })

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('[CON2] not even a page whose answer came %d turns before', async turns => {
    const { script, chat, clock, goOnline } = scriptedChat()
    const talk = chat.conversation(withBob)
    script.always('history', undefined)
    await goOnline('whole')
    talk.open()
    await clock.settle()
    script.next('history').answer({ facts: [{ ...live(3), origin: 'history' }], covers: { from: 'start', to: 'live' } })
    for (let turn = 0; turn < turns; turn++) await Promise.resolve()
    await chat.disconnect()
    const { length } = talk.messages.get()
    const facts: unknown[] = []
    chat.facts$.subscribe(fact => facts.push(fact))
    await clock.settle()
    expect(facts).toEqual([])
    expect(talk.messages.get().length).toBe(length)
    expect(talk.history.get().state).toBe('idle')
  })

  it('[CON2] an Observable that says all at once is not heard after it said that it is closed', async () => {
    const { script, chat, clock } = scriptedChat()
    vi.spyOn(script.transport, 'connect').mockReturnValue(
      of<TransportEvent[]>({ type: 'synced', continuity: 'whole' }, { type: 'closed', error: chatError('replacedElsewhere') }, live(1)),
    )
    const connected = ending(chat.connect())
    await clock.settle()
    expect(code(connected.outcome)).toBe('ok')
    expect(chat.connection.get()).toMatchObject({ state: 'closed', error: { code: 'replacedElsewhere' } })
    expect(chat.conversation(withBob).messages.get().length).toBe(0)
  })

  it('[CON2] a disconnect from within a subscriber leaves no link behind', async () => {
    const { script, chat, clock, errors } = scriptedChat()
    chat.connection.subscribe(({ state }) => {
      if (state === 'online') void chat.disconnect()
    })
    const connected = ending(chat.connect())
    await clock.settle()
    script.sync()
    await clock.settle()
    expect(script.links()).toBe(0)
    expect(chat.connection.get()).toEqual({ state: 'offline' })
    expect(code(connected.outcome)).toBe('cancelled')
    expect(script.asked('conversations')).toHaveLength(0)
    expect(errors).toEqual([])
  })

  it('[CON2] an answer that comes when nobody waits any more leaves no rejection unhandled', async () => {
    const { script, chat, clock, goOnline } = scriptedChat()
    script.always('history', undefined)
    await goOnline()
    chat.conversation(withBob).open()
    await clock.settle()
    const asked = script.next('history')
    await chat.disconnect()
    asked.refuse(new Error('too late'))
    await clock.settle()
    expect(chat.conversation(withBob).history.get().error).toBeUndefined()
  })
})

describe('what else a link says', () => {
  it('capabilities that change are shown, and count from then on', async () => {
    const { script, chat, goOnline } = scriptedChat()
    await goOnline()
    const capabilities = { ...script.transport.capabilities, reconnects: 'transport' } as const
    script.emit({ type: 'capabilities', capabilities })
    expect(chat.capabilities.get()).toEqual(capabilities)
    script.lose(chatError('unavailable'))
    expect(chat.connection.get().state).toBe('closed')
  })

  it('[ID1] how far ids reach counts from then on, for what was known before, too', async () => {
    const { script, chat, clock, errors, goOnline } = scriptedChat({ capabilities: { ids: 'conversation' } })
    await goOnline('whole')
    const talk = chat.conversation(withBob)
    const recalled = (id: string) => ({ type: 'recalled', origin: 'live', target: { id }, by: 'bob', as: 'author' }) as const
    const inBob = { type: 'recalled', origin: 'live', target: { conversation: withBob, id: 'm3' }, by: 'bob', as: 'author' } as const
    script.tell(live(1), inBob)
    script.tell(live(5))
    await clock.settle()
    script.emit({ type: 'capabilities', capabilities: { ...chat.capabilities.get(), ids: 'global' } })
    script.tell(live(2), recalled('m1'), recalled('m2'), live(3), recalled('m4'), live(4), live(1))
    await clock.settle()
    expect(talk.messages.get().map(({ id, recalled: gone }) => [id, gone !== undefined])).toEqual([
      ['m1', true],
      ['m2', true],
      ['m3', true],
      ['m4', true],
      ['m5', false],
    ])
    script.emit({ type: 'capabilities', capabilities: { ...chat.capabilities.get(), ids: 'conversation' } })
    script.tell({ type: 'recalled', origin: 'live', target: { conversation: withBob, id: 'm5' }, by: 'bob', as: 'author' })
    await clock.settle()
    expect([talk.messages.get().at(4)?.recalled?.by, talk.messages.get().length]).toEqual(['bob', 5])
    expect(errors).toEqual([])
  })

  it('[RCV8] a fault of the transport and an event that is none are reported, and the link goes on', async () => {
    const { script, chat, clock, errors, goOnline } = scriptedChat()
    await goOnline()
    script.emit({ type: 'fault', error: chatError('protocol', { message: 'unreadable' }) })
    script.emit(null as never, { type: 'nonsense' } as never)
    script.tell(live(1))
    await clock.settle()
    expect(errors.map(error => error.code)).toEqual(['protocol', 'internal', 'protocol'])
    expect(chat.conversation(withBob).messages.get().length).toBe(1)
  })

  it('[RES1] the token of the last checkpoint goes along with the next link of the same chat', async () => {
    const { script, clock, goOnline } = scriptedChat()
    await goOnline()
    script.emit({ type: 'checkpoint', token: { seen: 1 } }, { type: 'checkpoint', token: { seen: 2 } })
    script.lose(chatError('unavailable'))
    await clock.advance(1_000)
    expect(script.tokens).toEqual([undefined, { seen: 2 }])
  })

  it('[RES1] after the link was closed for good the token is thrown away: it may have been the reason', async () => {
    const { script, goOnline } = scriptedChat()
    await goOnline()
    script.emit({ type: 'checkpoint', token: 'stale' }, { type: 'closed', error: chatError('protocol') })
    await goOnline()
    expect(script.tokens).toEqual([undefined, undefined])
  })

  it('[ORD5] the server’s time in synced moves the clock by which messages are shown, not the order', async () => {
    const { script, chat, clock } = scriptedChat()
    void chat.connect()
    await clock.settle()
    script.emit({ type: 'synced', continuity: 'whole', serverTime: clock.now() + 3_600_000 })
    await clock.settle()
    script.tell({ ...live(1), message: { ...live(1).message, sentAt: clock.now() - 86_400_000 } })
    await clock.settle()
    const talk = chat.conversation(withBob)
    const key = talk.send('hello')
    expect(chat.message(key).get()?.sentAt).toBe(clock.now() + 3_600_000)
    expect(talk.messages.get().map(({ body }) => (body?.type === 'text' ? body.text : ''))).toEqual(['text 1', 'hello'])
  })
})

describe('dispose', () => {
  it('[RES2] lets go whoever waits for it to be idle, whatever was under way', async () => {
    const { script, chat, clock, goOnline } = scriptedChat({ capabilities: { delivered: 'manual' } })
    await goOnline('whole')
    script.tell(live(1))
    await clock.settle()
    let idle = false
    void chat.idle().then(() => (idle = true))
    await clock.settle()
    expect(idle).toBe(false)
    await chat.dispose()
    await clock.settle()
    expect(idle).toBe(true)
  })

  it('[RES2] ends the link, its timers and whoever waits, as cancelled', async () => {
    const { script, chat, clock } = scriptedChat()
    const connected = ending(chat.connect())
    await clock.settle()
    await chat.dispose()
    await clock.settle()
    expect(code(connected.outcome)).toBe('cancelled')
    expect(script.links()).toBe(0)
    expect(clock.pending).toBe(0)
    expect(code(await chat.connect())).toBe('cancelled')
    expect(code(await chat.disconnect())).toBe('cancelled')
    expect(script.links()).toBe(0)
  })

  it('[RES2] settles loads as cancelled and hears no late answer', async () => {
    const { script, chat, clock, goOnline } = scriptedChat()
    await goOnline()
    script.always('history', undefined)
    script.always('conversations', undefined)
    const talk = chat.conversation(withBob)
    const loads = [
      talk.loadOlder(),
      talk.loadAround('m1'),
      chat.loadConversations(),
      chat.removeConversation(withBob),
      talk.set({ pinned: 1 }),
    ]
    const [asked] = script.asked('history')
    await chat.dispose()
    expect((await Promise.all(loads)).map(code)).toEqual(loads.map(() => 'cancelled'))
    asked?.answer({ facts: [live(1)], covers: { from: 'start', to: 'live' } })
    await clock.settle()
    expect(talk.messages.get().length).toBe(0)
    expect(clock.pending).toBe(0)
  })
})
