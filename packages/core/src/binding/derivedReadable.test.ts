import { describe, expect, it } from 'vitest'
import { readableCell } from '../testing/readableCell.ts'
import { derivedReadable } from './derivedReadable.ts'

describe('a derived Readable', () => {
  it('[BND2] gives the value of the moment, computed once per value of its source', () => {
    const source = readableCell(1)
    let computed = 0
    const tens = derivedReadable(source, value => {
      computed++
      return { tens: value * 10 }
    })
    const first = tens.get()
    expect(first).toEqual({ tens: 10 })
    expect(tens.get()).toBe(first)
    expect(computed).toBe(1)
    source.set(2)
    expect(tens.get()).toEqual({ tens: 20 })
    expect(computed).toBe(2)
  })

  it('[BND3] tells its subscriber at once, and then only when its own value changes', () => {
    const source = readableCell(1)
    const parity = derivedReadable(source, value => value % 2 === 0)
    const told: boolean[] = []
    const stop = parity.subscribe(value => told.push(value))
    source.set(3)
    source.set(4)
    source.set(6)
    expect(told).toEqual([false, true])
    stop()
    expect(source.subscribers).toBe(0)
  })

  it('[BND3] tells every subscriber, whoever asked first', () => {
    const source = readableCell(1)
    const double = derivedReadable(source, value => value * 2)
    const told: number[][] = [[], []]
    for (const heard of told) double.subscribe(value => heard.push(value))
    source.set(2)
    expect(told).toEqual([
      [2, 4],
      [2, 4],
    ])
  })
})
