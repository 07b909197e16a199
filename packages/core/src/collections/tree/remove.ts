import { pick } from './pick.ts'
import { Inner, innerOf, innersOf, isTooSmall, Leaf, leafOf, leavesOf, type TreeNode } from './treeNode.ts'
import type { TreeShape } from './treeShape.ts'
import { visits } from './visits.ts'

/** Two neighbours of one height as one, or as two of even size. */
const join = <K, T, S>(shape: TreeShape<K, T, S>, left: TreeNode<K, T, S>, right: TreeNode<K, T, S>): readonly TreeNode<K, T, S>[] => {
  visits.count += 2
  if (left instanceof Leaf && right instanceof Leaf) {
    return leavesOf(shape, [...left.items.slice(0, left.size), ...right.items.slice(0, right.size)])
  }
  if (left instanceof Inner && right instanceof Inner) {
    const children = [...left.children, ...right.children]
    // A child too small without neighbours in its own node has one now.
    mend(shape, children, left.children.length)
    mend(shape, children, left.children.length - 1)
    return innersOf(children)
  }
  throw new Error('The leaves of a tree lie at different depths: this is a fault in OrderedTree.')
}

/** Joins a child that is too small with a neighbour. */
const mend = <K, T, S>(shape: TreeShape<K, T, S>, children: TreeNode<K, T, S>[], index: number): void => {
  const child = children[index]
  if (child === undefined || children.length === 1 || !isTooSmall(child)) return
  const left = index === 0 ? 0 : index - 1
  children.splice(left, 2, ...join(shape, pick(children, left), pick(children, left + 1)))
}

export const removeFromLeaf = <K, T, S>(
  shape: TreeShape<K, T, S>,
  leaf: Leaf<K, T, S>,
  from: number,
  to: number,
): Leaf<K, T, S> | undefined => {
  visits.count++
  if (to - from === leaf.size) return undefined
  const items = leaf.items.slice(0, leaf.size)
  items.splice(from, to - from)
  return leafOf(shape, items)
}

/** The node without the items from..to (exclusive), which lie inside it. It may have become too small; nothing left gives undefined. */
export const remove = <K, T, S>(
  shape: TreeShape<K, T, S>,
  node: TreeNode<K, T, S>,
  from: number,
  to: number,
): TreeNode<K, T, S> | undefined => {
  if (to - from === node.size) return undefined
  if (node instanceof Leaf) return removeFromLeaf(shape, node, from, to)
  visits.count++
  const children: TreeNode<K, T, S>[] = []
  let start = 0
  let seam = 0
  for (const child of node.children) {
    const end = start + child.size
    if (end <= from || start >= to) children.push(child)
    else {
      const kept = remove(shape, child, Math.max(from - start, 0), Math.min(to - start, child.size))
      if (kept !== undefined) children.push(kept)
    }
    if (start < to) seam = children.length
    start = end
  }
  mend(shape, children, seam - 1)
  mend(shape, children, seam - 2)
  return innerOf(children)
}

/** The root without the levels that have come to hold a single child. */
export const lowered = <K, T, S>(root: TreeNode<K, T, S> | undefined): TreeNode<K, T, S> | undefined => {
  let top = root
  while (top instanceof Inner && top.children.length === 1) top = top.children[0]
  return top
}
