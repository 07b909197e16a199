import { pick } from './pick.ts'
import { Leaf, summaryOf, type TreeNode } from './treeNode.ts'
import type { TreeShape } from './treeShape.ts'
import { visits } from './visits.ts'

/** Where a running width crosses an offset. */
export interface Sought<T, S> {
  readonly item: T
  readonly index: number
  /** the summary of all items before this one */
  readonly before: S
}

/** The first item with which the width of the prefix exceeds the offset. The width never falls as a prefix grows. */
export const seekIn = <K, T, S>(
  shape: TreeShape<K, T, S>,
  top: TreeNode<K, T, S>,
  offset: number,
  width: (prefix: S) => number,
): Sought<T, S> | undefined => {
  if (!(offset >= 0 && width(summaryOf(shape, top)) > offset)) return undefined
  let node = top
  let before = shape.empty
  let index = 0
  while (!(node instanceof Leaf)) {
    visits.count++
    let inside = pick(node.children, 0)
    // The last child needs no look: the width is crossed in this node, so it is crossed there.
    for (let child = 1; child < node.children.length; child++) {
      const through = shape.combine(before, summaryOf(shape, inside))
      if (width(through) > offset) break
      before = through
      index += inside.size
      inside = pick(node.children, child)
    }
    node = inside
  }
  visits.count++
  let local = 0
  while (local < node.size - 1) {
    const through = shape.combine(before, shape.measure(pick(node.items, local)))
    if (width(through) > offset) break
    before = through
    local++
  }
  return { item: pick(node.items, local), index: index + local, before }
}
