import { describe, expect, it } from 'vitest'
import { macrotask } from '../testing/macrotask.ts'
import { createSlots } from './slots.ts'

const setUp = (count: number) => {
  const slots = createSlots(count)
  const begun: string[] = []
  const take = async (name: string, signal = new AbortController().signal): Promise<() => void> => {
    const give = slots.take() ?? (await slots.wait(signal))
    begun.push(name)
    return give
  }
  return { take, begun }
}

describe('slots', () => {
  it('[SND2] are so many at a time, and go to who waited longest', async () => {
    const { take, begun } = setUp(2)
    const first = await take('a')
    await take('b')
    void take('c')
    void take('d')
    await macrotask()
    expect(begun).toEqual(['a', 'b'])
    first()
    first()
    await macrotask()
    expect(begun).toEqual(['a', 'b', 'c'])
  })

  it('[SND7] are no longer waited for by who was cancelled', async () => {
    const { take, begun } = setUp(1)
    const first = await take('a')
    const cancel = new AbortController()
    const gone = take('b', cancel.signal)
    void take('c')
    cancel.abort()
    ;(await gone)()
    await macrotask()
    expect(begun).toEqual(['a', 'b'])
    first()
    await macrotask()
    expect(begun).toEqual(['a', 'b', 'c'])
  })
})
