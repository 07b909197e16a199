import { OrderedTree } from './orderedTree.ts'

/** An empty tree whose summary is a count: of all items, or of what `measure` says each is worth. */
export const countingTree = <K, T>(
  keyOf: (item: T) => K,
  compare: (a: K, b: K) => number,
  measure: (item: T) => number = () => 1,
): OrderedTree<K, T, number> => OrderedTree.of({ keyOf, compare, empty: 0, measure, combine: (a, b) => a + b })
