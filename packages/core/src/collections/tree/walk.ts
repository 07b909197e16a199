import { pick } from './pick.ts'
import { leafAt } from './search.ts'
import type { Leaf, TreeNode } from './treeNode.ts'

// A class, not a generator: a window of rows costs half as much (measured).
class Walk<K, T, S> implements IterableIterator<T> {
  readonly #top: TreeNode<K, T, S>
  readonly #step: 1 | -1
  readonly #end: number
  #index: number
  #leaf: Leaf<K, T, S> | undefined
  #start = 0

  constructor(top: TreeNode<K, T, S>, index: number, end: number, step: 1 | -1) {
    this.#top = top
    this.#index = index
    this.#end = end
    this.#step = step
  }

  next(): IteratorResult<T, undefined> {
    const index = this.#index
    if (index === this.#end) return { done: true, value: undefined }
    let leaf = this.#leaf
    if (leaf === undefined || index < this.#start || index >= this.#start + leaf.size) {
      const found = leafAt(this.#top, index)
      leaf = found.leaf
      this.#leaf = leaf
      this.#start = found.start
    }
    this.#index = index + this.#step
    return { done: false, value: pick(leaf.items, index - this.#start) }
  }

  [Symbol.iterator](): this {
    return this
  }
}

/** The items with an index in from..to (exclusive), read as they are asked for; can be walked more than once. */
export const walk = <K, T, S>(top: TreeNode<K, T, S> | undefined, from: number, to: number, reverse: boolean): Iterable<T> => {
  if (top === undefined || from >= to) return []
  return { [Symbol.iterator]: () => (reverse ? new Walk(top, to - 1, from - 1, -1) : new Walk(top, from, to, 1)) }
}
