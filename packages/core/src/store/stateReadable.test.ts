import { batch } from '@preact/signals-core'
import { describe, expect, it } from 'vitest'
import { StateReadable } from './stateReadable.ts'

const hosted = <T>(initial: T) => {
  const caught: unknown[] = []
  const host = { version: 0, caught: (thrown: unknown) => void caught.push(thrown) }
  let value = initial
  let reads = 0
  const watched: boolean[] = []
  const readable = new StateReadable<T>(
    host,
    () => {
      reads += 1
      return value
    },
    on => void watched.push(on),
  )
  const set = (next: T): void => {
    value = next
    host.version += 1
    batch(() => readable.refresh())
  }
  return { readable, set, caught, watched, reads: () => reads }
}

describe('a Readable of the state', () => {
  it('[BND1] tells at once, and then each change', () => {
    const { readable, set } = hosted(1)
    const told: number[] = []
    const stop = readable.subscribe(value => void told.push(value))
    set(2)
    set(2)
    stop()
    set(3)
    expect(told).toEqual([1, 2])
    expect(readable.get()).toBe(3)
  })

  it('[BND6] keeps the identity of a value that shows the same', () => {
    const { readable, set } = hosted<object>({ count: 1, users: ['a'] })
    const before = readable.get()
    set({ count: 1, users: ['a'] })
    expect(readable.get()).toBe(before)
    set({ count: 2, users: ['a'] })
    expect(readable.get()).not.toBe(before)
  })

  it('[BND4] is held while it is watched, once however many watch', () => {
    const { readable, watched } = hosted(1)
    const stops = [readable.subscribe(() => undefined), readable.subscribe(() => undefined)]
    expect(watched).toEqual([true])
    for (const stop of [...stops, ...stops]) stop()
    expect(watched).toEqual([true, false])
  })

  it('[BND7] a subscriber that throws is reported, and the others are told', () => {
    const { readable, set, caught } = hosted(1)
    const told: number[] = []
    readable.subscribe(() => {
      throw new Error('mine')
    })
    readable.subscribe(value => void told.push(value))
    set(2)
    expect(caught).toHaveLength(2)
    expect(told).toEqual([1, 2])
  })

  it('[BND3] unwatched it is computed once per version, and not at all unless asked', () => {
    const { readable, set, reads } = hosted(1)
    set(2)
    set(3)
    readable.get()
    readable.get()
    expect(reads()).toBe(1)
  })

  it('its methods can be handed on alone', () => {
    const { get, subscribe } = hosted(7).readable
    expect(get()).toBe(7)
    expect(subscribe(() => undefined)).toBeTypeOf('function')
  })
})
