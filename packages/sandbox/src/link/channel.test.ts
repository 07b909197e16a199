import { testClock } from '@parlance/core/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createChannel } from './channel.ts'
import type { LinkFaults } from './faults.ts'
import { completeFaults } from './faults.ts'
import { seededRandom } from './seededRandom.ts'

const setUp = (faults: LinkFaults = {}, seed = 1) => {
  const clock = testClock()
  const arrived: string[] = []
  const state = { faults: completeFaults(faults), moves: 0 }
  const channel = createChannel({
    clock,
    random: seededRandom(seed),
    faults: () => state.faults,
    deliver: frame => arrived.push(frame),
    moved: () => state.moves++,
  })
  const send = (count: number) => {
    for (let n = 0; n < count; n++) channel.send(`${n}`)
  }
  return { clock, arrived, channel, send, state }
}
const numbered = (count: number) => Array.from({ length: count }, (_, n) => `${n}`)

it('is through at once without faults', () => {
  const { arrived, send } = setUp()
  send(3)
  expect(arrived).toEqual(numbered(3))
})

it('takes its time, and keeps the order however much that varies', async () => {
  const { arrived, send, clock, channel } = setUp({ latencyMs: 100, jitterMs: 50 })
  send(50)
  await clock.advance(99)
  expect(arrived).toEqual([])
  expect(channel.flying).toBe(50)
  await clock.advance(51)
  expect(arrived).toEqual(numbered(50))
  expect(channel.flying).toBe(0)
})

it('keeps the order when the faults are taken away while frames are on their way', async () => {
  const { arrived, channel, clock, state } = setUp({ latencyMs: 100 })
  channel.send('slow')
  state.faults = completeFaults({})
  channel.send('fast')
  await clock.advance(100)
  expect(arrived).toEqual(['slow', 'fast'])
})

it('loses, doubles and holds back about as many frames as it is told to', async () => {
  const count = 2_000
  const lossy = setUp({ loss: 0.25 })
  lossy.send(count)
  expect(lossy.arrived.length).toBeGreaterThan(count * 0.7)
  expect(lossy.arrived.length).toBeLessThan(count * 0.8)

  const doubling = setUp({ duplicate: 0.25 })
  doubling.send(count)
  await doubling.clock.advance(1_000)
  expect(doubling.arrived.length).toBeGreaterThan(count * 1.2)
  expect(doubling.arrived.length).toBeLessThan(count * 1.3)
  expect(new Set(doubling.arrived).size).toBe(count)

  const holding = setUp({ reorder: 0.25 })
  holding.send(count)
  await holding.clock.advance(1_000)
  expect([...holding.arrived].sort()).toEqual(numbered(count).sort())
  expect(holding.arrived).not.toEqual(numbered(count))
})

it('does the same under the same seed, and something else under another', async () => {
  const run = async (seed: number) => {
    const { arrived, send, clock } = setUp({ latencyMs: 10, jitterMs: 10, loss: 0.2, duplicate: 0.2, reorder: 0.2 }, seed)
    send(100)
    await clock.advance(1_000)
    return arrived
  }
  expect(await run(1)).toEqual(await run(1))
  expect(await run(1)).not.toEqual(await run(2))
})

it('says of every frame that it arrived or was lost: none stays on its way for ever', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        latencyMs: fc.nat(50),
        jitterMs: fc.nat(50),
        loss: fc.double({ min: 0, max: 1, noNaN: true }),
        duplicate: fc.constantFrom(0, 0.5, 1),
        reorder: fc.constantFrom(0, 0.5, 1),
      }),
      fc.integer(),
      async (faults, seed) => {
        const { send, clock, channel } = setUp(faults, seed)
        send(20)
        await clock.advance(10_000)
        expect(channel.flying).toBe(0)
      },
    ),
    { numRuns: 30 },
  )
})

it('finishes after what is on its way in order, and lets nothing arrive after that', async () => {
  const { arrived, channel, clock } = setUp({ latencyMs: 10, duplicate: 1 })
  channel.send('last words')
  channel.finish(() => arrived.push('end'))
  await clock.advance(1_000)
  expect(arrived).toEqual(['last words', 'end'])
  channel.send('more')
  await clock.advance(1_000)
  expect(arrived).toEqual(['last words', 'end'])
})

it('drops what is on its way', async () => {
  const { arrived, channel, clock, send } = setUp({ latencyMs: 10, reorder: 0.5 })
  send(10)
  channel.drop()
  expect(channel.flying).toBe(0)
  await clock.advance(1_000)
  expect(arrived).toEqual([])
})

it('takes no chances above one, and no times below nothing', () => {
  expect(() => completeFaults({ loss: 20 })).toThrow('loss is 20: give a chance from 0 to 1')
  expect(() => completeFaults({ latencyMs: -1 })).toThrow('latencyMs is -1: give milliseconds')
  expect(() => completeFaults({ jitterMs: Number.NaN })).toThrow('jitterMs is NaN')
})
