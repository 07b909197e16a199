import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OrderedTree, type TreeShape } from './orderedTree.ts'

interface Item {
  readonly key: number
  readonly mark: string
}

/** Not commutative in two ways: text joined in order, and the day changes between neighbours. */
interface Summary {
  readonly text: string
  readonly count: number
  readonly firstDay: number
  readonly lastDay: number
  readonly dayChanges: number
}

const empty: Summary = { text: '', count: 0, firstDay: 0, lastDay: 0, dayChanges: 0 }
const dayOf = (item: Item): number => Math.floor(item.key / 7)

const shape: TreeShape<number, Item, Summary> = {
  keyOf: item => item.key,
  compare: (a, b) => a - b,
  empty,
  measure: item => ({ text: `${item.key}${item.mark} `, count: 1, firstDay: dayOf(item), lastDay: dayOf(item), dayChanges: 0 }),
  combine: (a, b) => {
    if (a.count === 0) return b
    if (b.count === 0) return a
    return {
      text: a.text + b.text,
      count: a.count + b.count,
      firstDay: a.firstDay,
      lastDay: b.lastDay,
      dayChanges: a.dayChanges + b.dayChanges + (a.lastDay === b.firstDay ? 0 : 1),
    }
  },
}

type Tree = OrderedTree<number, Item, Summary>

const sum = (items: readonly Item[]): Summary => {
  const days = items.map(dayOf)
  return {
    text: items.map(item => `${item.key}${item.mark} `).join(''),
    count: items.length,
    firstDay: days[0] ?? 0,
    lastDay: days.at(-1) ?? 0,
    dayChanges: days.filter((day, index) => index > 0 && day !== days[index - 1]).length,
  }
}

/** The plain model: an array sorted by key. */
const withAll = (model: readonly Item[], items: readonly Item[]): readonly Item[] => {
  const byKey = new Map([...model, ...items].map(item => [item.key, item]))
  return [...byKey.values()].sort((a, b) => a.key - b.key)
}
const isWithin = (key: number, from: number | undefined, to: number | undefined): boolean =>
  (from === undefined || key > from) && (to === undefined || key <= to)

/** By identity: a tree gives out the very items that were put in. */
const isSame = (tree: Iterable<Item>, model: readonly Item[]): boolean => {
  const items = [...tree]
  return items.length === model.length && items.every((item, index) => item === model[index])
}

const span = 6_000
const key = fc.integer({ min: 0, max: span })
const bound = fc.option(key, { nil: undefined })
const item = fc.record({ key, mark: fc.constantFrom('a', 'b', 'c') })
/** A stretch of neighbouring keys with steps, so that few draws give trees of several levels. */
const stretch = fc
  .record({ from: key, count: fc.integer({ min: 0, max: 2_500 }), step: fc.integer({ min: 1, max: 3 }), mark: fc.constantFrom('s', 't') })
  .map(({ from, count, step, mark }) => Array.from({ length: count }, (_, index): Item => ({ key: from + index * step, mark })))

type Write = (tree: Tree, model: readonly Item[]) => { readonly tree: Tree; readonly model: readonly Item[] }

const write: fc.Arbitrary<Write> = fc.oneof(
  item.map(
    (one): Write =>
      (tree, model) => ({ tree: tree.set(one), model: withAll(model, [one]) }),
  ),
  fc.array(item, { maxLength: 40 }).map(
    (many): Write =>
      (tree, model) => ({ tree: tree.setAll(many), model: withAll(model, many) }),
  ),
  stretch.map(
    (many): Write =>
      (tree, model) => ({ tree: tree.setAll(many), model: withAll(model, many) }),
  ),
  stretch.map((many): Write => {
    const some = many.slice(0, 200).reverse()
    return (tree, model) => ({ tree: some.reduce((grown, one) => grown.set(one), tree), model: withAll(model, some) })
  }),
  fc.integer({ min: 1, max: 200 }).map(
    (count): Write =>
      (tree, model) => {
        const last = model[model.length - 1]?.key ?? 0
        const added = Array.from({ length: count }, (_, index): Item => ({ key: last + 1 + index, mark: 'n' }))
        return { tree: added.reduce((grown, one) => grown.set(one), tree), model: [...model, ...added] }
      },
  ),
  key.map(
    (gone): Write =>
      (tree, model) => ({ tree: tree.delete(gone), model: model.filter(one => one.key !== gone) }),
  ),
  fc.tuple(key, fc.integer({ min: 1, max: 300 })).map(
    ([from, count]): Write =>
      (tree, model) => {
        const gone = model.filter(one => one.key >= from).slice(0, count)
        return { tree: gone.reduce((left, one) => left.delete(one.key), tree), model: model.filter(one => !gone.includes(one)) }
      },
  ),
  fc.tuple(bound, bound).map(
    ([from, to]): Write =>
      (tree, model) => ({ tree: tree.deleteRange(from, to), model: model.filter(one => !isWithin(one.key, from, to)) }),
  ),
  fc.integer({ min: -5, max: span }).map(
    (index): Write =>
      (tree, model) => {
        const { tree: left, removed } = tree.trim(index)
        expect(removed.length).toBeLessThanOrEqual(Math.max(index, 0))
        expect(isSame(removed, model.slice(0, removed.length))).toBe(true)
        return { tree: left, model: model.slice(removed.length) }
      },
  ),
)

const grownBy = (
  writes: readonly Write[],
  visit?: (tree: Tree, model: readonly Item[]) => void,
): { tree: Tree; model: readonly Item[] } => {
  let state: { readonly tree: Tree; readonly model: readonly Item[] } = { tree: OrderedTree.of(shape), model: [] }
  for (const one of writes) {
    state = one(state.tree, state.model)
    visit?.(state.tree, state.model)
  }
  return state
}
const writes = fc.array(write, { minLength: 1, maxLength: 25 })

describe('an ordered tree against a sorted array', () => {
  it('[CVG1] after any writes holds the same items, and every older version still holds its own', () => {
    fc.assert(
      fc.property(writes, fc.func(fc.boolean()), (list, isRead) => {
        const versions: { tree: Tree; model: readonly Item[] }[] = []
        grownBy(list, (tree, model) => {
          // Reading fills the cached summaries of some versions and leaves those of others open.
          if (isRead(versions.length)) expect(tree.summary).toEqual(sum(model))
          versions.push({ tree, model })
        })
        for (const { tree, model } of versions) {
          expect(tree.size).toBe(model.length)
          expect(isSame(tree, model)).toBe(true)
          expect(tree.summary).toEqual(sum(model))
        }
      }),
    )
  })

  it('[CVG1] two branches from one version keep apart', () => {
    fc.assert(
      fc.property(writes, writes, writes, (trunk, left, right) => {
        const base = grownBy(trunk)
        const ends = [left, right].map(branch => branch.reduce((state, one) => one(state.tree, state.model), base))
        for (const { tree, model } of [base, ...ends]) expect(isSame(tree, model)).toBe(true)
      }),
    )
  })

  it('[ORD1] the order in which items are given leaves no trace', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 600 }), fc.infiniteStream(fc.nat()), (items, random) => {
        const unique = withAll([], items)
        const shuffled = unique
          .map(one => ({ one, rank: random.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ one }) => one)
        const one = shuffled.reduce((tree, next) => tree.set(next), OrderedTree.of(shape))
        const many = OrderedTree.of(shape, shuffled)
        expect(isSame(one, unique)).toBe(true)
        expect(isSame(many, unique)).toBe(true)
        expect(one.summary).toEqual(many.summary)
      }),
    )
  })

  it('of several items with one key the last stays', () => {
    fc.assert(
      fc.property(fc.array(item), fc.array(item), (before, items) => {
        expect(isSame(OrderedTree.of(shape, before).setAll(items), withAll(before, items))).toBe(true)
      }),
    )
  })

  it('finds items by key, place and neighbourhood', () => {
    fc.assert(
      fc.property(writes, fc.array(key, { minLength: 20, maxLength: 20 }), (list, keys) => {
        const { tree, model } = grownBy(list)
        const descending = [...model].reverse()
        expect(tree.first()).toBe(model[0])
        expect(tree.last()).toBe(model.at(-1))
        for (const wanted of keys) {
          const exact = model.find(one => one.key === wanted)
          expect(tree.get(wanted)).toBe(exact)
          expect(tree.has(wanted)).toBe(exact !== undefined)
          expect(tree.rank(wanted)).toBe(model.filter(one => one.key < wanted).length)
          expect(tree.before(wanted)).toBe(descending.find(one => one.key < wanted))
          expect(tree.atOrBefore(wanted)).toBe(descending.find(one => one.key <= wanted))
          expect(tree.after(wanted)).toBe(model.find(one => one.key > wanted))
          expect(tree.atOrAfter(wanted)).toBe(model.find(one => one.key >= wanted))
          for (const index of [wanted, -wanted]) expect(tree.at(index)).toBe(model.at(index))
        }
        expect(tree.at(model.length)).toBeUndefined()
        expect(tree.at(-model.length - 1)).toBeUndefined()
      }),
    )
  })

  it('[UNR8] sums any range of keys and any prefix', () => {
    fc.assert(
      fc.property(writes, fc.array(fc.tuple(bound, bound), { minLength: 10, maxLength: 10 }), (list, ranges) => {
        const { tree, model } = grownBy(list)
        for (const [from, to] of ranges) {
          expect(tree.summarize(from, to)).toEqual(sum(model.filter(one => isWithin(one.key, from, to))))
          expect(tree.prefix(from ?? -1)).toEqual(sum(model.slice(0, from ?? 0)))
        }
      }),
    )
  })

  it('walks any range by index and by key, both ways, as often as wanted', () => {
    fc.assert(
      fc.property(writes, bound, bound, (list, from, to) => {
        const { tree, model } = grownBy(list)
        const within = model.filter(one => isWithin(one.key, from, to))
        const between = tree.between(from, to)
        expect(isSame(between, within)).toBe(true)
        expect(isSame(between, within)).toBe(true)
        expect(isSame(tree.between(from, to, { reverse: true }), [...within].reverse())).toBe(true)
        expect(isSame(tree.range(from, to), model.slice(from ?? 0, to))).toBe(true)
        expect(isSame(tree.range(-1), model)).toBe(true)
      }),
    )
  })

  it('seeks the item in which a running width crosses an offset', () => {
    // An item is one row, and one more where a day begins.
    const width = (prefix: Summary): number => prefix.count + prefix.dayChanges
    fc.assert(
      fc.property(writes, fc.array(fc.nat({ max: span }), { minLength: 8, maxLength: 8 }), (list, offsets) => {
        const { tree, model } = grownBy(list)
        let rows = 0
        const crossed: number[] = []
        for (const [index, one] of model.entries()) {
          const previous = model[index - 1]
          rows += previous !== undefined && dayOf(previous) !== dayOf(one) ? 2 : 1
          while (crossed.length < rows) crossed.push(index)
        }
        for (const offset of [...offsets, rows - 1, rows]) {
          const index = crossed[offset]
          const sought = tree.seek(offset, width)
          if (index === undefined) expect(sought).toBeUndefined()
          else expect(sought).toEqual({ item: model[index], index, before: sum(model.slice(0, index)) })
        }
        expect(tree.seek(-1, width)).toBeUndefined()
      }),
    )
  })

  it('skips items without width', () => {
    const wide: TreeShape<number, number, number> = {
      keyOf: n => n,
      compare: (a, b) => a - b,
      empty: 0,
      measure: n => n % 2,
      combine: (a, b) => a + b,
    }
    const tree = OrderedTree.of(
      wide,
      Array.from({ length: 1_000 }, (_, index) => index),
    )
    for (const offset of [0, 1, 63, 200, 499])
      expect(tree.seek(offset, s => s)).toEqual({ item: 2 * offset + 1, index: 2 * offset + 1, before: offset })
    expect(tree.seek(500, s => s)).toBeUndefined()
  })
})

describe('writing what is already so', () => {
  it('[RCV1] gives the same tree for an identical item, one by one or many', () => {
    fc.assert(
      fc.property(writes, list => {
        const { tree, model } = grownBy(list)
        expect(tree.setAll(model.slice(1))).toBe(tree)
        for (const one of model.slice(-100)) expect(tree.set(one)).toBe(tree)
        expect(tree.delete(-1)).toBe(tree)
        expect(tree.deleteRange(-10, -5)).toBe(tree)
        expect(tree.deleteRange(5, 5)).toBe(tree)
        expect(tree.trim(0)).toEqual({ tree, removed: [] })
        expect(tree.trim(0).tree).toBe(tree)
      }),
    )
  })

  it('replaces an item whose key compares equal but is written otherwise', () => {
    const words: TreeShape<string, string, string> = {
      keyOf: word => word,
      compare: (a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : a.toLowerCase() > b.toLowerCase() ? 1 : 0),
      empty: '',
      measure: word => word,
      combine: (a, b) => a + b,
    }
    const tree = OrderedTree.of(words, ['b', 'a', 'c', '__proto__', 'constructor'])
    expect([...tree.set('A').set('C')]).toEqual(['__proto__', 'A', 'b', 'C', 'constructor'])
    expect(tree.set('A').delete('a').summary).toBe('__proto__bcconstructor')
  })

  it('refuses undefined as an item, which no reading could tell from absence', () => {
    const loose: TreeShape<number, number | undefined, number> = {
      keyOf: n => n ?? 0,
      compare: (a, b) => a - b,
      empty: 0,
      measure: () => 1,
      combine: (a, b) => a + b,
    }
    expect(() => OrderedTree.of(loose, [1, undefined, 3])).toThrow(/undefined can't be an item/)
  })
})

describe('memory', () => {
  it('[RCV10] trimming removes whole leaves below an index, all but the last part of a leaf', () => {
    const tree = OrderedTree.of(
      shape,
      Array.from({ length: 10_000 }, (_, index): Item => ({ key: index, mark: '' })),
    )
    const { tree: left, removed } = tree.trim(7_000)
    expect(removed.length).toBeGreaterThan(7_000 - 128)
    expect(removed.length).toBeLessThanOrEqual(7_000)
    expect(isSame([...removed, ...left], [...tree])).toBe(true)
    expect(left.trim(left.size).tree.size).toBe(0)
  })
})
