import type { Fact, TransportEvent } from '@parlance/core'
import { direct } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import { Subject } from 'rxjs'
import { expect, it } from 'vitest'
import { disorderly } from './disorder.ts'
import { seededRandom } from './seededRandom.ts'

const fact = (id: string): Fact => ({
  type: 'message',
  origin: 'live',
  message: { conversation: direct('a'), from: 'a', id, body: { type: 'text', text: id } },
})
const setUp = (seed = 1) => {
  const clock = testClock()
  const source = new Subject<TransportEvent>()
  const seen: string[] = []
  const state = { held: 0 }
  const subscription = disorderly(source, { clock, random: seededRandom(seed), held: change => (state.held += change) }).subscribe({
    next: event => seen.push(event.type === 'message' ? (event.message.id ?? '') : event.type),
    error: () => seen.push('error'),
    complete: () => seen.push('complete'),
  })
  const tell = (from: number, to: number) => {
    for (let n = from; n < to; n++) source.next(fact(`${n}`))
  }
  return { clock, source, seen, state, subscription, tell }
}
const numbered = (count: number) => Array.from({ length: count }, (_, n) => `${n}`)

it('hands on every fact once, in another order, the same under the same seed', async () => {
  const run = async (seed: number) => {
    const { tell, clock, seen, state } = setUp(seed)
    tell(0, 30)
    expect(state.held).toBe(30)
    await clock.advance(200)
    expect(state.held).toBe(0)
    return seen
  }
  const seen = await run(1)
  expect(seen).not.toEqual(numbered(30))
  expect([...seen].sort()).toEqual(numbered(30).sort())
  expect(await run(1)).toEqual(seen)
  expect(await run(2)).not.toEqual(seen)
})

it('keeps link events in their place, and lets no checkpoint promise what isn’t so', () => {
  const { source, tell, seen, state } = setUp()
  tell(0, 5)
  source.next({ type: 'checkpoint', token: 1 })
  source.next({ type: 'synced', continuity: 'gap' })
  tell(5, 10)
  source.error(new Error('lost'))
  expect(seen.slice(0, 5).sort()).toEqual(numbered(5))
  expect(seen[5]).toBe('synced')
  expect(seen.slice(6, 11).sort()).toEqual(['5', '6', '7', '8', '9'])
  expect(seen[11]).toBe('error')
  expect(state.held).toBe(0)
})

it('[CON2] is silent after unsubscribe', async () => {
  const { tell, subscription, clock, seen, state } = setUp()
  tell(0, 5)
  subscription.unsubscribe()
  await clock.advance(1_000)
  expect(seen).toEqual([])
  expect(state.held).toBe(0)
})
