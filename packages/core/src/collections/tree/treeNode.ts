import { pick } from './pick.ts'
import type { TreeShape } from './treeShape.ts'
import { visits } from './visits.ts'

// Measured: larger nodes read a little faster, but cost more to copy and to sum up again after a write.
export const leafMax = 64
const innerMax = 16
// A quarter, not a half: deleting and inserting at one place doesn't join and divide the same two nodes again and again.
const leafMin = leafMax / 4
const innerMin = innerMax / 4

/** Stands for a summary that no one has read since the node was made. */
export const stale: unique symbol = Symbol('stale')

/** Items in ascending order, at least one. */
export class Leaf<K, T, S> {
  /** May hold more than `size`: a later version of the tree appended to the same array. */
  readonly items: T[]
  readonly size: number
  readonly least: K
  summary: S | typeof stale

  constructor(items: T[], size: number, least: K, summary: S | typeof stale) {
    this.items = items
    this.size = size
    this.least = least
    this.summary = summary
  }
}

/** Children in ascending order, at least one. */
export class Inner<K, T, S> {
  readonly children: readonly TreeNode<K, T, S>[]
  readonly size: number
  readonly least: K
  summary: S | typeof stale

  constructor(children: readonly TreeNode<K, T, S>[], size: number, least: K, summary: S | typeof stale) {
    this.children = children
    this.size = size
    this.least = least
    this.summary = summary
  }
}

export type TreeNode<K, T, S> = Leaf<K, T, S> | Inner<K, T, S>

export const leafOf = <K, T, S>(shape: TreeShape<K, T, S>, items: T[]): Leaf<K, T, S> =>
  new Leaf<K, T, S>(items, items.length, shape.keyOf(pick(items, 0)), stale)

export const innerOf = <K, T, S>(children: readonly TreeNode<K, T, S>[]): Inner<K, T, S> => {
  let size = 0
  for (const child of children) size += child.size
  return new Inner(children, size, pick(children, 0).least, stale)
}

/** The least number of even pieces that are no longer than max. */
const pieces = <E>(list: readonly E[], max: number): E[][] => {
  const count = Math.ceil(list.length / max)
  const result: E[][] = []
  for (let piece = 0; piece < count; piece++) {
    result.push(list.slice(Math.floor((piece * list.length) / count), Math.floor(((piece + 1) * list.length) / count)))
  }
  return result
}

export const leavesOf = <K, T, S>(shape: TreeShape<K, T, S>, items: readonly T[]): Leaf<K, T, S>[] =>
  pieces(items, leafMax).map(piece => leafOf(shape, piece))

export const innersOf = <K, T, S>(children: readonly TreeNode<K, T, S>[]): Inner<K, T, S>[] => pieces(children, innerMax).map(innerOf)

export const isFull = <K, T, S>(inner: Inner<K, T, S>): boolean => inner.children.length >= innerMax

export const isTooLarge = <K, T, S>(node: TreeNode<K, T, S>): boolean =>
  node instanceof Leaf ? node.size > leafMax : node.children.length > innerMax

export const isTooSmall = <K, T, S>(node: TreeNode<K, T, S>): boolean =>
  node instanceof Leaf ? node.size < leafMin : node.children.length < innerMin

/** One root over nodes of one height. */
export const rootOver = <K, T, S>(nodes: readonly TreeNode<K, T, S>[]): TreeNode<K, T, S> => {
  let level = nodes
  while (level.length > 1) level = innersOf(level)
  return pick(level, 0)
}

export const summaryOf = <K, T, S>(shape: TreeShape<K, T, S>, node: TreeNode<K, T, S>): S => {
  visits.count++
  if (node.summary !== stale) return node.summary
  let summary: S
  if (node instanceof Leaf) {
    summary = shape.measure(pick(node.items, 0))
    for (let index = 1; index < node.size; index++) summary = shape.combine(summary, shape.measure(pick(node.items, index)))
  } else {
    summary = summaryOf(shape, pick(node.children, 0))
    for (let index = 1; index < node.children.length; index++) {
      summary = shape.combine(summary, summaryOf(shape, pick(node.children, index)))
    }
  }
  node.summary = summary
  return summary
}
