import { describe, expect, it } from 'vitest'
import { OrderedTree, type TreeShape, visits } from '../orderedTree.ts'

const shape: TreeShape<number, number, number> = {
  keyOf: n => n,
  compare: (a, b) => a - b,
  empty: 0,
  measure: n => n,
  combine: (a, b) => a + b,
}
type Tree = OrderedTree<number, number, number>
type Random = (below: number) => number

const random = (seed: number): Random => {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const counted = (action: () => void): number => {
  const before = visits.count
  action()
  return visits.count - before
}

const evens = (size: number): number[] => Array.from({ length: size }, (_, index) => index * 2)

/** Put in at random, so that nodes are as unevenly filled as they come. */
const scattered = (size: number): Tree => {
  const next = random(size)
  const ranked = evens(size).map(key => ({ key, rank: next(2 ** 30) }))
  ranked.sort((a, b) => a.rank - b.rank)
  return ranked.reduce((tree, { key }) => tree.set(key), OrderedTree.of(shape))
}

const sizes = [1_000, 10_000, 100_000]
const trees = sizes.map(scattered)

/** The most nodes that any of 300 runs visits, on a tree whose summaries are all cached. */
const worst = (tree: Tree, action: (tree: Tree, next: Random) => void): number => {
  expect(tree.summary).toBe(tree.size * (tree.size - 1))
  const next = random(7)
  return Math.max(...Array.from({ length: 300 }, () => counted(() => action(tree, next))))
}

const within = (next: Random, tree: Tree): number => next(tree.size * 2)

/** What may be visited for each doubling of the tree. */
const bounds: readonly (readonly [name: string, perDoubling: number, action: (tree: Tree, next: Random) => void])[] = [
  ['get', 0.5, (tree, next) => tree.get(within(next, tree))],
  ['at', 0.5, (tree, next) => tree.at(next(tree.size))],
  ['[UNR8] rank', 0.5, (tree, next) => tree.rank(within(next, tree))],
  ['the neighbours of a key', 3, (tree, next) => [tree.before(within(next, tree)), tree.after(within(next, tree))]],
  ['[UNR8] the summary of a range', 6, (tree, next) => tree.summarize(next(tree.size), tree.size + next(tree.size))],
  ['[UNR8] the summary of a range to the end', 4, (tree, next) => tree.summarize(within(next, tree), undefined)],
  ['the summary of a prefix', 4, (tree, next) => tree.prefix(next(tree.size))],
  ['seek', 4, (tree, next) => tree.seek(next(tree.size), prefix => prefix)],
  [
    'a window of 30',
    1.5,
    (tree, next) => {
      const from = next(tree.size - 30)
      expect([...tree.range(from, from + 30)]).toHaveLength(30)
    },
  ],
  ['an insertion', 0.5, (tree, next) => tree.set(within(next, tree) | 1)],
  ['[UNR8] an insertion, then the summary', 4, (tree, next) => tree.set(within(next, tree) | 1).summary],
  ['a deletion', 2.5, (tree, next) => tree.delete(next(tree.size) * 2)],
  ['[UNR5] a deletion, then the summary', 6, (tree, next) => tree.delete(next(tree.size) * 2).summary],
  ['the deletion of a range', 4, (tree, next) => tree.deleteRange(next(tree.size), tree.size + next(tree.size))],
]

describe('nodes visited, counted on 1,000, 10,000 and 100,000 items', () => {
  it.each(bounds)('%s: in proportion to log n', (_, perDoubling, action) => {
    const most = trees.map(tree => worst(tree, action))
    for (const [index, size] of sizes.entries()) expect(most[index]).toBeLessThanOrEqual(perDoubling * Math.log2(size))
    expect(Math.min(...most)).toBeGreaterThan(0)
  })

  it('a replacement that sums up to the same leaves every cached summary', () => {
    const flat: TreeShape<number, { readonly key: number }, number> = { ...shape, keyOf: item => item.key, measure: () => 1 }
    const tree = OrderedTree.of(
      flat,
      evens(100_000).map(key => ({ key })),
    )
    expect(tree.summary).toBe(100_000)
    const replaced = tree.set({ key: 5_000 })
    expect(counted(() => expect(replaced.summary).toBe(100_000))).toBeLessThanOrEqual(4)
  })

  it('appends are amortised: the same few nodes however long the history', () => {
    const perAppend = trees.map(tree => {
      let grown = tree
      return (
        counted(() => {
          for (let step = 0; step < 6_400; step++) grown = grown.set(grown.size * 2)
        }) / 6_400
      )
    })
    for (const visited of perAppend) expect(visited).toBeLessThanOrEqual(2.5)
  })

  it('neighbours set at once visit fewer nodes than one by one', () => {
    const page = Array.from({ length: 50 }, (_, index) => 5_001 + index * 2)
    for (const tree of trees.slice(1)) {
      const together = counted(() => tree.setAll(page))
      const apart = counted(() => page.reduce((grown, key) => grown.set(key), tree))
      expect(together * 5).toBeLessThan(apart)
    }
  })

  it('[RCV10] trimming visits the leaves that go, not those that stay', () => {
    const visited = trees.map(tree => counted(() => expect(tree.trim(500).removed.length).toBeGreaterThan(300)))
    for (const [index, size] of sizes.entries()) expect(visited[index]).toBeLessThanOrEqual(5 * Math.log2(size))
  })

  it('what is thinned out grows shallow again', () => {
    for (const tree of trees) {
      let left = tree
      for (const key of evens(tree.size)) if (key % 194 !== 0) left = left.delete(key)
      expect(left.size).toBe(Math.ceil(tree.size / 97))
      const most = Math.max(...[...left].map(key => counted(() => expect(left.get(key)).toBe(key))))
      expect(most).toBeLessThanOrEqual(1 + Math.log2(left.size) / 2)
    }
  })
})
