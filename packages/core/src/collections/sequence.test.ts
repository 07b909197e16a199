import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OrderedTree } from './orderedTree.ts'
import { emptySequence, type Sequence, sequence } from './sequence.ts'

const words = fc.uniqueArray(fc.string(), { maxLength: 200 })
const index = fc.oneof(fc.integer({ min: -250, max: 250 }), fc.double(), fc.constantFrom(Infinity, -Infinity, Number.NaN))

/** A sequence as the library makes them: over a tree, whose keys are the words themselves. */
const over = (sorted: readonly string[]): { readonly made: Sequence<string>; readonly asked: { ranges: number } } => {
  const asked = { ranges: 0 }
  const tree = OrderedTree.of(
    {
      keyOf: (word: string) => word,
      compare: (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0),
      empty: 0,
      measure: () => 1,
      combine: (a: number, b: number) => a + b,
    },
    sorted,
  )
  const made = sequence<string>({
    length: tree.size,
    at: place => {
      if (!Number.isInteger(place) || place < 0 || place >= tree.size) throw new RangeError(`asked for ${place} of ${tree.size}`)
      return tree.at(place)
    },
    range: (from, to) => {
      asked.ranges++
      if (!(from >= 0 && to <= tree.size)) throw new RangeError(`asked for ${from} to ${to} of ${tree.size}`)
      return tree.range(from, to)
    },
    indexOf: key => (tree.has(key) ? tree.rank(key) : -1),
  })
  return { made, asked }
}
const sortedWords = words.map(list => [...list].sort((a, b) => (a < b ? -1 : 1)))

describe('a sequence against an array', () => {
  it('reads by index, range, key and predicate as an array does', () => {
    fc.assert(
      fc.property(sortedWords, fc.array(fc.tuple(index, index), { minLength: 5 }), (array, ranges) => {
        const { made } = over(array)
        expect(made.length).toBe(array.length)
        expect(made.slice()).toEqual(array)
        for (const [from, to] of ranges) {
          expect(made.at(from)).toBe(array.at(from))
          expect(made.slice(from)).toEqual(array.slice(from))
          expect(made.slice(from, to)).toEqual(array.slice(from, to))
        }
        const pair = (word: string, place: number): string => `${place}:${word}`
        expect(made.map(pair)).toEqual(array.map(pair))
        const long = (word: string, place: number): boolean => word.length > 3 && place > 2
        expect(made.find(long)).toBe(array.find(long))
        for (const word of [...array, 'absent', '__proto__', 'constructor']) expect(made.indexOf(word)).toBe(array.indexOf(word))
      }),
    )
  })

  it('is iterated as an array is, before and after it was made one', () => {
    fc.assert(
      fc.property(sortedWords, array => {
        const { made } = over(array)
        expect([...made]).toEqual(array)
        expect(made.toArray()).toEqual(array)
        expect([...made]).toEqual(array)
        expect(Array.from(made, word => word)).toEqual(array)
        expect(JSON.parse(JSON.stringify({ made }))).toEqual(JSON.parse(JSON.stringify({ made: array })))
      }),
    )
  })
})

describe('a sequence', () => {
  it('[BND6] gives the same frozen array every time and reads its source once for it', () => {
    const { made, asked } = over(['a', 'b', 'c'])
    const array = made.toArray()
    expect(made.toArray()).toBe(array)
    expect([...made]).toEqual(['a', 'b', 'c'])
    expect(Object.isFrozen(array)).toBe(true)
    expect(asked.ranges).toBe(1)
  })

  it('reads no further than the item found', () => {
    let read = 0
    const made = sequence<number>({
      length: 1_000,
      at: place => place,
      *range(from, to) {
        for (let place = from; place < to; place++) {
          read++
          yield place
        }
      },
      indexOf: () => -1,
    })
    expect(made.find(number => number === 4)).toBe(4)
    expect(read).toBe(5)
  })

  it('[BND5] is read by index as an array is, which Svelte does on a server', () => {
    const { made } = over(['a', 'b'])
    const byIndex = ['0', '1', '2', '-1', '1.5', 'size'].map((name): unknown => Reflect.get(made, name))
    expect(byIndex).toEqual(['a', 'b', undefined, undefined, undefined, undefined])
  })

  it('tells Vue to leave it as it is', () => {
    expect(over([]).made).toHaveProperty('__v_skip', true)
  })
})

describe('the empty sequence', () => {
  it('stands in for a sequence of anything: it holds nothing, is frozen, and works whole', () => {
    const names: Sequence<string> = emptySequence
    expect(Object.isFrozen(names)).toBe(true)
    expect(names.length).toBe(0)
    expect(names.at(0)).toBeUndefined()
    expect(names.indexOf('a')).toBe(-1)
    expect(names.find(name => name === 'a')).toBeUndefined()
    expect(names.map(() => 1)).toEqual([])
    expect(names.toArray()).toBe(names.toArray())
    expect([...names]).toEqual([])
  })
})
