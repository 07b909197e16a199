import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WINDOW_FRAMES, WINDOW_LENGTH } from '../limits.ts'
import { createReceiver } from './receiver.ts'

const collector = () => {
  const receiver = createReceiver()
  const got: unknown[] = []
  const take = (number: number, length = 1) => {
    receiver.take(number, number, length, data => {
      got.push(data)
      return true
    })
  }
  return { receiver, got, take }
}

describe('a receiver', () => {
  it('[LNK1] hands on each frame once and in order, however they come', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }).chain(count => {
          const numbers = Array.from({ length: count }, (_, index) => index + 1)
          return fc.tuple(
            fc.constant(numbers),
            fc
              .array(fc.constantFrom(...numbers))
              .chain(doubles => fc.shuffledSubarray([...numbers, ...doubles], { minLength: count + doubles.length })),
          )
        }),
        ([numbers, order]) => {
          const { got, take, receiver } = collector()
          for (const number of order) take(number)
          expect(got).toEqual(numbers)
          expect(receiver.received).toBe(numbers.length)
        },
      ),
    )
  })

  it('knows what is missing', () => {
    const { receiver, take } = collector()
    for (const number of [1, 3, 6]) take(number)
    expect(receiver.missing(8)).toEqual([2, 4, 5, 7, 8])
    expect(receiver.missing(10_000)).toHaveLength(64)
  })

  it('[SEC1] holds back no more than a window of frames', () => {
    const { receiver, got, take } = collector()
    take(WINDOW_FRAMES + 1)
    for (let number = 1; number <= WINDOW_FRAMES; number++) take(number)
    expect([receiver.received, got.length]).toEqual([WINDOW_FRAMES, WINDOW_FRAMES])
  })

  it('[SEC1] holds back no more characters than two windows', () => {
    const { got, take } = collector()
    take(3, 2 * WINDOW_LENGTH)
    take(4, 1)
    take(1)
    take(2)
    expect(got).toEqual([1, 2, 3])
    take(4)
    expect(got).toEqual([1, 2, 3, 4])
  })

  it('stops in the middle when no more is wanted, and goes on from there', () => {
    const receiver = createReceiver()
    const got: unknown[] = []
    const take = (number: number, length = 1, more = true) => {
      receiver.take(number, number, length, data => {
        got.push(data)
        return more
      })
    }
    take(2, 2 * WINDOW_LENGTH)
    take(1, 1, false)
    expect([got, receiver.received]).toEqual([[1], 1])
    take(2)
    expect([got, receiver.received]).toEqual([[1, 2], 2])
    // What was held back then takes no room now.
    for (const number of [4, 5, 3]) take(number)
    expect(got).toEqual([1, 2, 3, 4, 5])
  })
})
