import { expect, it } from 'vitest'
import { seededRandom } from './seededRandom.ts'

const take = (random: () => number, count: number) => Array.from({ length: count }, random)

it('gives the same numbers for the same seed, and others for another', () => {
  expect(take(seededRandom(['a', 1]), 20)).toEqual(take(seededRandom(['a', 1]), 20))
  expect(take(seededRandom(['a', 1]), 20)).not.toEqual(take(seededRandom(['a', 2]), 20))
})

it('spreads them evenly from 0 to below 1', () => {
  const numbers = take(seededRandom('even'), 10_000)
  const tenths = new Array<number>(10).fill(0)
  for (const number of numbers) tenths[Math.floor(number * 10)]! += 1
  for (const share of tenths) expect(Math.abs(share - 1_000)).toBeLessThan(150)
})
