import { expect, it } from 'vitest'
import { testClock } from '../testing/testClock.ts'
import { createServerClock } from './serverClock.ts'

const start = Date.UTC(2026, 0, 1)

it('[ORD5] until the server told its time, its clock is mine', () => {
  expect(createServerClock(testClock(start)).now()).toBe(start)
})

it('[ORD5] the offset comes from the sample of least round trip', () => {
  const clock = testClock(start)
  const server = createServerClock(clock)
  server.sample(start + 60_000 + 500, start, start + 4_000)
  expect(server.now()).toBe(start + 60_000 + 500 - 2_000)
  server.sample(start + 60_000 + 50, start, start + 100)
  expect(server.now()).toBe(start + 60_000)
  server.sample(start + 90_000, start, start + 5_000)
  expect(server.now()).toBe(start + 60_000)
})

it('[ORD5] a clock that was set anew is noticed: old samples go', () => {
  const clock = testClock(start)
  const server = createServerClock(clock)
  server.sample(start + 10_005, start, start + 10)
  for (let n = 0; n < 16; n++) server.sample(start + 50, start, start + 100)
  expect(server.now()).toBe(start)
})

it('[ORD5] a sample that ends before it begins, or has no time, says nothing', () => {
  const server = createServerClock(testClock(start))
  server.sample(start + 10_000, start + 10, start)
  server.sample(Number.NaN, start, start + 10)
  expect(server.now()).toBe(start)
})
