import { describe, expect, it } from 'vitest'
import type { FactSink } from '../protocol/factSink.ts'
import type { LocalChange } from '../protocol/intent.ts'
import { testClock } from '../testing/testClock.ts'
import { createActionsClock, type ActionsClock } from './actionsClock.ts'

const start = (offset = 0) => {
  const clock = testClock(0)
  const ending = new AbortController()
  const said: LocalChange[] = []
  const sink: FactSink = { apply: () => {}, change: (...changes) => said.push(...changes), report: () => {} }
  const actions: ActionsClock = createActionsClock({ clock, sink, serverNow: () => clock.now() + offset, disposed: ending.signal })
  return { clock, said, actions, dispose: () => ending.abort() }
}

describe('the windows in which a message may be recalled or edited', () => {
  it("[ORD5] close by the server's clock", async () => {
    const { clock, said, actions } = start(-5_000)
    actions.watch('a', () => (clock.now() < 15_000 ? 10_000 : undefined))
    await clock.advance(14_999)
    expect(said).toEqual([])
    await clock.advance(1)
    expect(said).toEqual([{ type: 'expired', key: 'a' }])
    expect(clock.pending).toBe(0)
  })

  it('close one after the other', async () => {
    const { clock, said, actions } = start()
    const ends = [1_000, 3_000]
    actions.watch('a', () => ends.find(end => end > clock.now()))
    await clock.advance(1_000)
    expect(said).toHaveLength(1)
    await clock.advance(2_000)
    expect(said).toHaveLength(2)
    expect(clock.pending).toBe(0)
  })

  it('are no news where there is none, nor after the watching ended', async () => {
    const { clock, said, actions } = start()
    actions.watch('a', () => undefined)
    const stop = actions.watch('b', () => 1_000)
    stop()
    stop()
    expect(clock.pending).toBe(0)
    await clock.advance(2_000)
    expect(said).toEqual([])
  })

  it('may be longer than a timer can wait', async () => {
    const { clock, said, actions } = start()
    const month = 40 * 24 * 3_600_000
    actions.watch('a', () => (clock.now() < month ? month : undefined))
    await clock.advance(month - 1)
    expect(said).toEqual([])
    await clock.advance(1)
    expect(said).toHaveLength(1)
  })

  it("one that doesn't move does not spin", async () => {
    const { clock, said, actions } = start()
    actions.watch('a', () => 0)
    await clock.advance(10)
    expect(said.length).toBeLessThanOrEqual(10)
  })

  it('[RES2] are forgotten when the chat is disposed', async () => {
    const { clock, said, actions, dispose } = start()
    actions.watch('a', () => 1_000)
    dispose()
    expect(clock.pending).toBe(0)
    await clock.advance(2_000)
    expect(said).toEqual([])
  })
})
