import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendLeaf, divide, insert } from './insert.ts'
import { merge, sorted } from './merge.ts'
import { lowered, remove } from './remove.ts'
import { isTooLarge, isTooSmall, Leaf, leafMax, leavesOf, rootOver, type TreeNode } from './treeNode.ts'
import type { TreeShape } from './treeShape.ts'

interface Item {
  readonly place: number
}
type Node = TreeNode<Item, Item, number>

/** Each item is its own key: so a key kept too long is seen by its identity. */
const shape: TreeShape<Item, Item, number> = {
  keyOf: item => item,
  compare: (a, b) => a.place - b.place,
  empty: 0,
  measure: item => item.place,
  combine: (a, b) => a + b,
}
const itemsFrom = (first: number, count: number): Item[] => Array.from({ length: count }, (_, index) => ({ place: first + index }))

/** The height of the node; faults of its build go into the list. */
const heightOf = (node: Node, isFirst: boolean, isLast: boolean, faults: string[]): number => {
  // At the right edge a node grows by appending; at the left edge stands what was a small root when it was first appended to.
  if (!isFirst && !isLast && isTooSmall(node)) faults.push('too small')
  if (isTooLarge(node)) faults.push('too large')
  if (node instanceof Leaf) {
    if (node.least !== node.items[0]) faults.push('[RCL1] the least key of a leaf is of an item that has gone')
    return 0
  }
  const heights = node.children.map((child, index) =>
    heightOf(child, isFirst && index === 0, isLast && index === node.children.length - 1, faults),
  )
  if (new Set(heights).size !== 1) faults.push('leaves at different depths')
  if (node.least !== node.children[0]?.least) faults.push('[RCL1] the least key of an inner node is of an item that has gone')
  if (node.size !== node.children.reduce((sum, child) => sum + child.size, 0)) faults.push('wrong size')
  return 1 + Math.max(...heights)
}

const faultsOf = (root: Node | undefined): string[] => {
  const faults: string[] = []
  if (root !== undefined) heightOf(root, true, true, faults)
  return faults
}

/** The index at which each inner node begins. */
const innerStarts = (node: Node, start: number): number[] => {
  if (node instanceof Leaf) return []
  let next = start
  const below = node.children.flatMap(child => {
    const starts = innerStarts(child, next)
    next += child.size
    return starts
  })
  return [start, ...below]
}

const cutOut = (root: Node, from: number, to: number): Node | undefined => {
  const [start, end] = [Math.max(from, 0), Math.min(to, root.size)]
  return start < end ? lowered(remove(shape, root, start, end)) : root
}

type Step = (root: Node) => Node | undefined
const share = fc.double({ min: 0, max: 1, noNaN: true })
const crumb = fc.integer({ min: -20, max: 20 })

const cut: fc.Arbitrary<Step> = fc.tuple(share, share).map(
  ([at, part]): Step =>
    root =>
      cutOut(root, Math.floor(at * root.size), Math.ceil((at + part * part) * root.size)),
)
/** From a crumb beside the edge of one inner node to a crumb beside the edge of another: at every level too little is left. */
const cutAtEdges: fc.Arbitrary<Step> = fc.tuple(share, share, crumb, crumb).map(
  ([one, other, left, right]): Step =>
    root => {
      const starts = innerStarts(root, 0)
      const edges = [one, other].map(at => starts[Math.floor(at * starts.length)] ?? root.size).sort((a, b) => a - b)
      return cutOut(root, (edges[0] ?? 0) + left, (edges[1] ?? 0) + right)
    },
)
const crumbs: fc.Arbitrary<Step> = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 50, max: 3_000 })).map(
  ([kept, gone]): Step =>
    start => {
      let root: Node | undefined = start
      for (let from = kept; root !== undefined && from < root.size; from += kept) root = cutOut(root, from, from + gone)
      return root
    },
)
const page: fc.Arbitrary<Step> = fc.tuple(share, fc.integer({ min: 1, max: 500 })).map(
  ([at, count]): Step =>
    root => {
      const run = sorted(shape, itemsFrom(Math.floor(at * 20_000), count))
      return rootOver(merge(shape, root, run, 0, count))
    },
)
const singles: fc.Arbitrary<Step> = fc.array(share, { maxLength: 100 }).map(
  (shares): Step =>
    start => {
      const items = shares.map(at => ({ place: Math.floor(at * 20_000) }))
      return items.reduce<Node>((root, item) => rootOver(divide(shape, insert(shape, root, item, item))), start)
    },
)
const first: fc.Arbitrary<Step> = fc.constant(root => {
  const item = { place: root.least.place }
  return insert(shape, root, item, item)
})
/** Keys that only rise, over all histories. */
let risen = 100_000
const growth: fc.Arbitrary<Step> = fc.integer({ min: 1, max: 40 }).map(
  (leaves): Step =>
    start => {
      const made = leavesOf(shape, itemsFrom(risen, leaves * leafMax))
      risen += leaves * leafMax
      return made.reduce<Node>(appendLeaf, start)
    },
)

describe('the build of a tree', () => {
  it('[RCL1] stays balanced and filled, and keeps no key of what has gone, whatever is cut out, put in, replaced or appended', () => {
    const steps = fc.array(fc.oneof(cut, cutAtEdges, cutAtEdges, crumbs, page, singles, first, growth), { maxLength: 15 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), steps, (size, history) => {
        let root: Node | undefined = rootOver(leavesOf(shape, itemsFrom(0, size)))
        for (const step of history) {
          if (root === undefined) break
          root = step(root)
          expect(faultsOf(root)).toEqual([])
        }
      }),
    )
  })
})
