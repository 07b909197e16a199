import { pick } from './pick.ts'
import { placeIn } from './search.ts'
import { innersOf, Leaf, leavesOf, type TreeNode } from './treeNode.ts'
import type { TreeShape } from './treeShape.ts'
import { visits } from './visits.ts'

/** The items in ascending order, one for each key: of several the last one given. */
export const sorted = <K, T, S>(shape: TreeShape<K, T, S>, items: Iterable<T>): readonly T[] => {
  const order = (a: T, b: T): number => shape.compare(shape.keyOf(a), shape.keyOf(b))
  const list = [...items]
  if (list.every((item, index) => index === 0 || order(pick(list, index - 1), item) < 0)) return list
  list.sort(order)
  return list.filter((item, index) => index === list.length - 1 || order(item, pick(list, index + 1)) !== 0)
}

/** The leaf with the run's items from..to (ascending) inserted or replaced, as one or more leaves. */
export const mergeInLeaf = <K, T, S>(
  shape: TreeShape<K, T, S>,
  leaf: Leaf<K, T, S>,
  run: readonly T[],
  from: number,
  to: number,
): readonly Leaf<K, T, S>[] => {
  visits.count++
  const merged: T[] = []
  let changed = false
  let own = 0
  let given = from
  while (own < leaf.size || given < to) {
    const order =
      own === leaf.size ? 1 : given === to ? -1 : shape.compare(shape.keyOf(pick(leaf.items, own)), shape.keyOf(pick(run, given)))
    if (order < 0) {
      merged.push(pick(leaf.items, own++))
      continue
    }
    const item = pick(run, given++)
    merged.push(item)
    if (order > 0 || pick(leaf.items, own++) !== item) changed = true
  }
  return changed ? leavesOf(shape, merged) : [leaf]
}

/** The node with the run's items from..to (ascending) inserted or replaced, as one or more nodes of its height. */
export const merge = <K, T, S>(
  shape: TreeShape<K, T, S>,
  node: TreeNode<K, T, S>,
  run: readonly T[],
  from: number,
  to: number,
): readonly TreeNode<K, T, S>[] => {
  if (node instanceof Leaf) return mergeInLeaf(shape, node, run, from, to)
  visits.count++
  const children: TreeNode<K, T, S>[] = []
  let changed = false
  let start = from
  for (const [index, child] of node.children.entries()) {
    const next = node.children[index + 1]
    const end = next === undefined || start === to ? to : placeIn(shape, run, start, to, next.least, false)
    if (start === end) children.push(child)
    else {
      const parts = merge(shape, child, run, start, end)
      if (parts.length > 1 || parts[0] !== child) changed = true
      children.push(...parts)
    }
    start = end
  }
  return changed ? innersOf(children) : [node]
}
