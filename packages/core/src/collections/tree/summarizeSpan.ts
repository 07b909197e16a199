import { pick } from './pick.ts'
import { Leaf, summaryOf, type TreeNode } from './treeNode.ts'
import type { TreeShape } from './treeShape.ts'
import { visits } from './visits.ts'

/** The summary of the items with an index in from..to (exclusive), both inside the node. */
export const summarizeSpan = <K, T, S>(shape: TreeShape<K, T, S>, node: TreeNode<K, T, S>, from: number, to: number): S => {
  if (from >= to) return shape.empty
  if (from <= 0 && to >= node.size) return summaryOf(shape, node)
  visits.count++
  let summary = shape.empty
  if (node instanceof Leaf) {
    for (let index = from; index < to; index++) summary = shape.combine(summary, shape.measure(pick(node.items, index)))
    return summary
  }
  let start = 0
  for (const child of node.children) {
    if (start >= to) break
    const end = start + child.size
    if (end > from) {
      const part = summarizeSpan(shape, child, Math.max(from - start, 0), Math.min(to - start, child.size))
      summary = shape.combine(summary, part)
    }
    start = end
  }
  return summary
}
