import { describe, expect, it } from 'vitest'
import type { Connection } from '../model/connection.ts'
import { chatError } from '../model/error.ts'
import { done, failed, type Outcome } from '../model/outcome.ts'
import { testClock } from '../testing/testClock.ts'
import { ask } from './ask.ts'
import { createBusy } from './busy.ts'
import { createOnline } from './online.ts'
import { persist } from './persist.ts'

const start = () => {
  const clock = testClock(0)
  const ending = new AbortController()
  const busy = createBusy(ending.signal)
  let connection: Connection = { state: 'online', since: 0 }
  const reader = {
    get connection() {
      return connection
    },
  }
  const retry = { attempts: 5, baseMs: 1_000, maxMs: 30_000, totalMs: 120_000 }
  const context = { clock, busy, retry, random: () => 1, disposed: ending.signal }
  const online = createOnline({ clock, disposed: ending.signal, reader: reader as never })
  const become = (state: 'online' | 'offline'): void => {
    connection = state === 'online' ? { state, since: clock.now() } : { state }
    online.update()
  }
  const times: number[] = []
  const run = (answers: readonly Outcome[], signal?: AbortSignal): Promise<Outcome> => {
    let tries = 0
    return persist(
      context,
      online,
      () => {
        times.push(clock.now())
        return Promise.resolve(answers[Math.min(tries++, answers.length - 1)] ?? done)
      },
      signal,
    )
  }
  const isIdle = async (): Promise<boolean> => {
    let idle = false
    void busy.idle().then(() => (idle = true))
    await clock.settle()
    return idle
  }
  return { clock, context, online, become, times, run, isIdle, dispose: () => ending.abort() }
}

const unavailable = failed(chatError('unavailable'))

describe('trying until it succeeds', () => {
  it('[SND3] pauses between tries, and ends with the first success', async () => {
    const { clock, run, times } = start()
    const outcome = run([unavailable, unavailable, done])
    await clock.advance(10_000)
    expect(times).toEqual([0, 1_000, 3_000])
    expect(await outcome).toEqual(done)
  })

  it('[SND3] ends at once with what is refused for good', async () => {
    const { run, times } = start()
    expect(await run([failed(chatError('forbidden'))])).toMatchObject({ error: { code: 'forbidden' } })
    expect(times).toEqual([0])
  })

  it('[SND3] ends after two minutes online', async () => {
    const { clock, run } = start()
    const slow = failed(chatError('rateLimited', { retryAfterMs: 50_000 }))
    const outcome = run([slow])
    await clock.advance(200_000)
    expect(await outcome).toBe(slow)
    expect(clock.pending).toBe(0)
  })

  it('[SND3] the pause that the backend wishes outlasts a reconnect', async () => {
    const { clock, run, times, become } = start()
    void run([failed(chatError('rateLimited', { retryAfterMs: 10_000 })), done])
    await clock.advance(4_000)
    become('offline')
    become('online')
    await clock.advance(20_000)
    expect(times).toEqual([0, 10_000])
  })

  it('waits for a link without being work, and wears nothing out', async () => {
    const { clock, run, times, become, isIdle } = start()
    become('offline')
    const outcome = run([unavailable, unavailable, unavailable, unavailable, done])
    await clock.advance(1_000_000)
    expect(times).toEqual([])
    expect(await isIdle()).toBe(true)
    become('online')
    await clock.settle()
    expect(times).toHaveLength(1)
    expect(await isIdle()).toBe(false)
    become('offline')
    await clock.advance(1_000_000)
    become('online')
    await clock.advance(60_000)
    expect(await outcome).toEqual(done)
    expect(await isIdle()).toBe(true)
  })

  it('ends as cancelled with its signal, or with the chat [RES2]', async () => {
    const one = start()
    const stop = new AbortController()
    const waiting = one.run([unavailable], stop.signal)
    await one.clock.settle()
    stop.abort()
    expect(await waiting).toMatchObject({ error: { code: 'cancelled' } })
    const other = start()
    other.become('offline')
    const offline = other.run([done])
    other.dispose()
    expect(await offline).toMatchObject({ error: { code: 'cancelled' } })
    expect([one.clock.pending, other.clock.pending]).toEqual([0, 0])
  })

  it('[CON2] a link that is given up ends what is asked over it, at once and for good; the next one asks anew', async () => {
    const { clock, context, online, become } = start()
    const answers: ((value: string) => void)[] = []
    const heard: Outcome<string>[] = []
    const late: string[] = []
    const outcome = persist(context, online, async () => {
      const answer = await ask(context, () => new Promise<string>(resolve => answers.push(resolve)), {
        session: online.session(),
        late: value => late.push(value),
      })
      heard.push(answer)
      return answer
    })
    online.endSession()
    become('offline')
    await clock.settle()
    expect(heard).toMatchObject([{ ok: false, error: { code: 'cancelled', effect: 'maybe' } }])
    answers[0]?.('too late')
    await clock.settle()
    expect(late).toEqual([])
    become('online')
    await clock.settle()
    answers[1]?.('in time')
    expect(await outcome).toEqual({ ok: true, value: 'in time' })
    expect(clock.pending).toBe(0)
  })
})

describe('asking a transport', () => {
  it.each<[string, () => Promise<never>]>([
    [
      'throws',
      () => {
        throw new Error('boom')
      },
    ],
    ['rejects with an error of its own', () => Promise.reject(new Error('boom'))],
  ])('one that %s gives an unknown error with the cause', async (_what, run) => {
    const { context } = start()
    const outcome = await ask(context, run)
    expect(outcome).toMatchObject({ ok: false, error: { code: 'unknown', message: 'boom' } })
  })

  it('one that gives no promise is taken at its word', async () => {
    const { context } = start()
    expect(await ask(context, () => 7 as never)).toEqual({ ok: true, value: 7 })
  })

  it('one that never answers is a timeout; a late answer can still be heard', async () => {
    const { context, clock } = start()
    const late: string[] = []
    let answer = (_value: string): void => {}
    const asked = ask(context, () => new Promise<string>(resolve => (answer = resolve)), { late: value => late.push(value) })
    await clock.advance(20_000)
    expect(await asked).toMatchObject({ ok: false, error: { code: 'timeout', effect: 'maybe' } })
    answer('after all')
    await clock.settle()
    expect(late).toEqual(['after all'])
  })

  it('nothing is asked after the end [RES2]', async () => {
    const { context, dispose } = start()
    dispose()
    let runs = 0
    expect(
      await ask(context, () => {
        runs++
        return Promise.resolve()
      }),
    ).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(runs).toBe(0)
  })
})
