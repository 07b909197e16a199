import { pick } from './pick.ts'
import { childFor, placeIn } from './search.ts'
import { Inner, innerOf, innersOf, isFull, isTooLarge, Leaf, leavesOf, stale, type TreeNode } from './treeNode.ts'
import type { TreeShape } from './treeShape.ts'
import { visits } from './visits.ts'

/** The leaf with one more item after its last. */
export const append = <K, T, S>(shape: TreeShape<K, T, S>, leaf: Leaf<K, T, S>, item: T): Leaf<K, T, S> => {
  visits.count++
  // Beyond its own size the array belongs to the version that grew it; only the version at the array's end may grow it further.
  const items = leaf.items.length === leaf.size ? leaf.items : leaf.items.slice(0, leaf.size)
  items.push(item)
  const summary = leaf.summary === stale ? stale : shape.combine(leaf.summary, shape.measure(item))
  return new Leaf(items, leaf.size + 1, leaf.least, summary)
}

/** The leaf with the item inserted or replaced; it may have grown too large. The identical item gives the same leaf. */
export const insertInLeaf = <K, T, S>(shape: TreeShape<K, T, S>, leaf: Leaf<K, T, S>, key: K, item: T): Leaf<K, T, S> => {
  const index = placeIn(shape, leaf.items, 0, leaf.size, key, false)
  if (index < leaf.size) {
    const old = pick(leaf.items, index)
    if (shape.compare(shape.keyOf(old), key) === 0) {
      if (old === item) return leaf
      const items = leaf.items.slice(0, leaf.size)
      items[index] = item
      const summary = shape.measure(old) === shape.measure(item) ? leaf.summary : stale
      return new Leaf(items, leaf.size, index === 0 ? key : leaf.least, summary)
    }
  }
  const items = leaf.items.slice(0, leaf.size)
  items.splice(index, 0, item)
  let summary: S | typeof stale = stale
  if (leaf.summary !== stale) {
    if (index === 0) summary = shape.combine(shape.measure(item), leaf.summary)
    else if (index === leaf.size) summary = shape.combine(leaf.summary, shape.measure(item))
  }
  return new Leaf(items, leaf.size + 1, index === 0 ? key : leaf.least, summary)
}

/** The node with the item inserted or replaced; it may have grown too large. The identical item gives the same node. */
export const insert = <K, T, S>(shape: TreeShape<K, T, S>, node: TreeNode<K, T, S>, key: K, item: T): TreeNode<K, T, S> => {
  visits.count++
  if (node instanceof Leaf) return insertInLeaf(shape, node, key, item)
  const index = childFor(shape, node, key)
  const child = pick(node.children, index)
  const next = insert(shape, child, key, item)
  if (next === child) return node
  const children = node.children.slice()
  if (isTooLarge(next)) children.splice(index, 1, ...divide(shape, next))
  else children[index] = next
  const summary = next.summary === child.summary ? node.summary : stale
  return new Inner(children, node.size + next.size - child.size, pick(children, 0).least, summary)
}

/** The node in pieces that aren't too large. */
export const divide = <K, T, S>(shape: TreeShape<K, T, S>, node: TreeNode<K, T, S>): readonly TreeNode<K, T, S>[] => {
  if (!isTooLarge(node)) return [node]
  return node instanceof Leaf ? leavesOf(shape, node.items) : innersOf(node.children)
}

const grow = <K, T, S>(node: TreeNode<K, T, S>, leaf: Leaf<K, T, S>): readonly TreeNode<K, T, S>[] => {
  visits.count++
  if (node instanceof Leaf) return [node, leaf]
  const last = pick(node.children, node.children.length - 1)
  const grown = grow(last, leaf)
  // A full node isn't halved here: what is only appended to stays packed.
  if (isFull(node) && grown.length > 1) {
    const kept = grown[0] === last ? node : innerOf([...node.children.slice(0, -1), pick(grown, 0)])
    return [kept, innerOf(grown.slice(1))]
  }
  return [innerOf([...node.children.slice(0, -1), ...grown])]
}

/** The root with one more leaf after its last. */
export const appendLeaf = <K, T, S>(root: TreeNode<K, T, S> | undefined, leaf: Leaf<K, T, S>): TreeNode<K, T, S> => {
  if (root === undefined) return leaf
  const grown = grow(root, leaf)
  return grown.length > 1 ? innerOf(grown) : pick(grown, 0)
}
