import { describe, expect, it } from 'vitest'
import { sequence } from '../collections/sequence.ts'
import type { Sequence } from '../collections/sequence.ts'
import { readableCell } from '../testing/readableCell.ts'
import { lastItemsSelector } from './lastItemsSelector.ts'

const letters = (text: string): Sequence<string> =>
  sequence({ length: text.length, at: index => text[index], range: (from, to) => text.slice(from, to), indexOf: key => text.indexOf(key) })

describe('the last items of a sequence', () => {
  const last = (text: string, count: number | undefined): Sequence<string> =>
    lastItemsSelector<string>()(readableCell(letters(text)), count).get()

  it('are as many as asked for, or all there are', () => {
    expect([...last('abcde', 2)]).toEqual(['d', 'e'])
    expect([...last('ab', 5)]).toEqual(['a', 'b'])
    expect([...last('ab', 0)]).toEqual([])
    expect([...last('ab', -1)]).toEqual([])
    expect([...last('ab', undefined)]).toEqual(['a', 'b'])
  })

  it('are counted from their own start', () => {
    const tail = last('abcde', 2)
    expect([tail.at(0), tail.at(-1), tail.at(2)]).toEqual(['d', 'e', undefined])
    expect([tail.indexOf('d'), tail.indexOf('c'), tail.indexOf('a'), tail.indexOf('z')]).toEqual([0, -1, -1, -1])
    expect(tail.slice(1)).toEqual(['e'])
  })

  it('[BND3] stay the same sequence, and tell nobody, when older items arrive', () => {
    const source = readableCell(letters('cde'))
    const tail = lastItemsSelector<string>()(source, 2)
    const told: string[] = []
    tail.subscribe(items => told.push([...items].join('')))
    const before = tail.get()
    source.set(letters('abcde'))
    expect(tail.get()).toBe(before)
    source.set(letters('abcdef'))
    expect(told).toEqual(['de', 'ef'])
  })

  it('[BND6] are one Readable for the same count of the same source', () => {
    const source = readableCell(letters('abc'))
    const select = lastItemsSelector<string>()
    const two = select(source, 2)
    expect(select(source, 2)).toBe(two)
    expect(select(source, 3)).not.toBe(two)
  })
})
