import { pick } from './pick.ts'
import { type Inner, Leaf, type TreeNode } from './treeNode.ts'
import type { TreeShape } from './treeShape.ts'
import { visits } from './visits.ts'

/** The first index in from..to of ascending items whose key is not below `key`; with `past` the first whose key is above it. */
export const placeIn = <K, T, S>(
  shape: TreeShape<K, T, S>,
  items: readonly T[],
  from: number,
  to: number,
  key: K,
  past: boolean,
): number => {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    const order = shape.compare(shape.keyOf(pick(items, middle)), key)
    if (order < 0 || (past && order === 0)) low = middle + 1
    else high = middle
  }
  return low
}

/** The only child that can hold the key. */
export const childFor = <K, T, S>(shape: TreeShape<K, T, S>, inner: Inner<K, T, S>, key: K): number => {
  let low = 0
  let high = inner.children.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (shape.compare(pick(inner.children, middle).least, key) <= 0) low = middle
    else high = middle - 1
  }
  return low
}

export const find = <K, T, S>(shape: TreeShape<K, T, S>, top: TreeNode<K, T, S>, key: K): T | undefined => {
  let node = top
  visits.count++
  while (!(node instanceof Leaf)) {
    node = pick(node.children, childFor(shape, node, key))
    visits.count++
  }
  const index = placeIn(shape, node.items, 0, node.size, key, false)
  if (index === node.size) return undefined
  const item = pick(node.items, index)
  return shape.compare(shape.keyOf(item), key) === 0 ? item : undefined
}

/** How many items of the node sort before the key; with `past` the item with the key is counted too. */
export const place = <K, T, S>(shape: TreeShape<K, T, S>, top: TreeNode<K, T, S>, key: K, past: boolean): number => {
  let node = top
  let before = 0
  visits.count++
  while (!(node instanceof Leaf)) {
    const child = childFor(shape, node, key)
    for (let index = 0; index < child; index++) before += pick(node.children, index).size
    node = pick(node.children, child)
    visits.count++
  }
  return before + placeIn(shape, node.items, 0, node.size, key, past)
}

/** The leaf that holds the index, and the index of its first item. The index must be inside. */
export const leafAt = <K, T, S>(top: TreeNode<K, T, S>, index: number): { readonly leaf: Leaf<K, T, S>; readonly start: number } => {
  let node = top
  let start = 0
  visits.count++
  while (!(node instanceof Leaf)) {
    let child = 0
    let next = pick(node.children, 0)
    while (start + next.size <= index) {
      start += next.size
      next = pick(node.children, ++child)
    }
    node = next
    visits.count++
  }
  return { leaf: node, start }
}

export const lastItem = <K, T, S>(top: TreeNode<K, T, S>): T => {
  let node = top
  visits.count++
  while (!(node instanceof Leaf)) {
    node = pick(node.children, node.children.length - 1)
    visits.count++
  }
  return pick(node.items, node.size - 1)
}
