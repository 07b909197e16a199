import { append, appendLeaf, divide, insert, insertInLeaf } from './tree/insert.ts'
import { merge, mergeInLeaf, sorted } from './tree/merge.ts'
import { pick } from './tree/pick.ts'
import { lowered, remove, removeFromLeaf } from './tree/remove.ts'
import { find, lastItem, leafAt, place, placeIn } from './tree/search.ts'
import { seekIn, type Sought } from './tree/seekIn.ts'
import { summarizeSpan } from './tree/summarizeSpan.ts'
import { innerOf, type Leaf, leafMax, leafOf, leavesOf, rootOver, summaryOf, type TreeNode } from './tree/treeNode.ts'
import type { TreeShape } from './tree/treeShape.ts'
import { walk } from './tree/walk.ts'

export type { TreeShape } from './tree/treeShape.ts'
export { visits } from './tree/visits.ts'

/**
 * A sorted sequence that never changes: each write gives a new version, and old ones stay as they were. Every node of the B+tree
 * caches the summary of what lies below it, so that ranks, ranges and sums cost O(log n). Appending is amortised O(1). Items are
 * kept as given, never copied.
 *
 * @example
 * const shape = { keyOf: (n: number) => n, compare: (a: number, b: number) => a - b, empty: 0, measure: (n: number) => n, combine: (a: number, b: number) => a + b }
 * const tree = OrderedTree.of(shape, [30, 10, 20])
 * tree.at(0)               // 10
 * tree.summarize(10, 30)   // 50: the sum of what lies in (10, 30]
 */
export class OrderedTree<K, T, S> {
  readonly size: number
  readonly #shape: TreeShape<K, T, S>
  readonly #root: TreeNode<K, T, S> | undefined
  // The last leaf stands beside the root: an append copies no path.
  readonly #tail: Leaf<K, T, S> | undefined
  #whole: TreeNode<K, T, S> | undefined

  private constructor(shape: TreeShape<K, T, S>, root: TreeNode<K, T, S> | undefined, tail: Leaf<K, T, S> | undefined) {
    this.size = (root === undefined ? 0 : root.size) + (tail === undefined ? 0 : tail.size)
    this.#shape = shape
    this.#root = root
    this.#tail = tail
    this.#whole = undefined
  }

  /** A tree of the items, given in any order; of several with one key the last stays. */
  static of<K, T, S>(shape: TreeShape<K, T, S>, items: Iterable<T> = []): OrderedTree<K, T, S> {
    return new OrderedTree<K, T, S>(shape, undefined, undefined).setAll(items)
  }

  /** The summary of all items. */
  get summary(): S {
    const top = this.#top()
    return top === undefined ? this.#shape.empty : summaryOf(this.#shape, top)
  }

  get(key: K): T | undefined {
    const node = this.#isInTail(key) ? this.#tail : this.#root
    return node === undefined ? undefined : find(this.#shape, node, key)
  }

  has(key: K): boolean {
    return this.get(key) !== undefined
  }

  /** Inserts the item, or replaces the one whose key compares equal; the identical item gives this same tree. */
  set(item: T): OrderedTree<K, T, S> {
    const key = this.#shape.keyOf(item)
    if (this.#root === undefined || this.#isInTail(key)) return this.#setInTail(key, item)
    const root = insert(this.#shape, this.#root, key, item)
    return root === this.#root ? this : this.#with(rootOver(divide(this.#shape, root)), this.#tail)
  }

  /** Removes the item with the key; an absent key gives this same tree. */
  delete(key: K): OrderedTree<K, T, S> {
    if (!this.has(key)) return this
    const index = this.rank(key)
    return this.#without(index, index + 1)
  }

  /** The item at the index; a negative one counts from the end. */
  at(index: number): T | undefined {
    const from = index < 0 ? this.size + index : index
    const top = this.#top()
    if (top === undefined || !(from >= 0 && from < this.size)) return undefined
    const { leaf, start } = leafAt(top, from)
    return leaf.items[from - start]
  }

  /** How many items sort before the key. */
  rank(key: K): number {
    return this.#place(key, false)
  }

  first(): T | undefined {
    return this.at(0)
  }

  last(): T | undefined {
    return this.at(-1)
  }

  /** The greatest item with a key below the given one. */
  before(key: K): T | undefined {
    return this.#inside(this.#place(key, false) - 1)
  }

  /** The greatest item with a key at or below the given one. */
  atOrBefore(key: K): T | undefined {
    return this.#inside(this.#place(key, true) - 1)
  }

  /** The least item with a key above the given one. */
  after(key: K): T | undefined {
    return this.at(this.#place(key, true))
  }

  /** The least item with a key at or above the given one. */
  atOrAfter(key: K): T | undefined {
    return this.at(this.#place(key, false))
  }

  /** The summary of the items whose key is in (from, to]; an absent bound is open. O(log n). */
  summarize(from: K | undefined, to: K | undefined): S {
    return this.#summarizeSpan(this.#start(from), this.#end(to))
  }

  /** The summary of the first `count` items. O(log n). */
  prefix(count: number): S {
    return this.#summarizeSpan(0, Math.min(count, this.size))
  }

  /**
   * The item in which a running width crosses the offset (from 0): the first with which `width(prefix)` exceeds it, its index, and the
   * summary of all before it. For views in which one item is several rows; `width` never falls as a prefix grows. O(log n).
   */
  seek(offset: number, width: (prefix: S) => number): Sought<T, S> | undefined {
    const top = this.#top()
    return top === undefined ? undefined : seekIn(this.#shape, top, offset, width)
  }

  /** The items by index, from inclusive, to exclusive, read as they are asked for. */
  range(from = 0, to: number = this.size): Iterable<T> {
    return walk(this.#top(), Math.max(from, 0), Math.min(to, this.size), false)
  }

  /** The items whose key is in (from, to], ascending or with `reverse` descending, read as they are asked for; an absent bound is open. */
  between(from: K | undefined, to: K | undefined, options?: { readonly reverse?: boolean }): Iterable<T> {
    return walk(this.#top(), this.#start(from), this.#end(to), options?.reverse === true)
  }

  /** Sets many, given in any order; of several with one key the last stays. Neighbours share the cost of their leaf. */
  setAll(items: Iterable<T>): OrderedTree<K, T, S> {
    const shape = this.#shape
    const run = sorted(shape, items)
    const end = this.#tail ?? this.#root
    const past = end === undefined ? 0 : placeIn(shape, run, 0, run.length, shape.keyOf(lastItem(end)), true)
    let tree = this.#merge(run, past)
    for (let index = past; index < run.length; index++) tree = tree.#append(pick(run, index))
    return tree
  }

  /** Removes the items whose key is in (from, to]; an absent bound is open. */
  deleteRange(from: K | undefined, to: K | undefined): OrderedTree<K, T, S> {
    return this.#without(this.#start(from), this.#end(to))
  }

  /** Removes the leaves that lie whole below the index, to give memory back: so it may keep some items below it. Gives the removed ones, ascending. */
  trim(index: number): { readonly tree: OrderedTree<K, T, S>; readonly removed: readonly T[] } {
    const top = this.#top()
    if (top === undefined || !(index > 0)) return { tree: this, removed: [] }
    const count = index >= this.size ? this.size : leafAt(top, index).start
    return { tree: this.#without(0, count), removed: [...this.range(0, count)] }
  }

  [Symbol.iterator](): Iterator<T> {
    return this.range()[Symbol.iterator]()
  }

  /** Root and tail as one node, for reading. */
  #top(): TreeNode<K, T, S> | undefined {
    if (this.#root === undefined) return this.#tail
    if (this.#tail === undefined) return this.#root
    this.#whole ??= innerOf([this.#root, this.#tail])
    return this.#whole
  }

  #with(root: TreeNode<K, T, S> | undefined, tail: Leaf<K, T, S> | undefined): OrderedTree<K, T, S> {
    return new OrderedTree(this.#shape, root, tail)
  }

  #inside(index: number): T | undefined {
    return index < 0 ? undefined : this.at(index)
  }

  #place(key: K, past: boolean): number {
    const top = this.#top()
    return top === undefined ? 0 : place(this.#shape, top, key, past)
  }

  #start(from: K | undefined): number {
    return from === undefined ? 0 : this.#place(from, true)
  }

  #end(to: K | undefined): number {
    return to === undefined ? this.size : this.#place(to, true)
  }

  #summarizeSpan(from: number, to: number): S {
    const top = this.#top()
    return top === undefined ? this.#shape.empty : summarizeSpan(this.#shape, top, from, to)
  }

  #isInTail(key: K): boolean {
    if (this.#tail !== undefined) return this.#shape.compare(key, this.#tail.least) >= 0
    return this.#root === undefined || this.#isPastEnd(key)
  }

  #isPastEnd(key: K): boolean {
    const end = this.#tail ?? this.#root
    return end === undefined || this.#shape.compare(key, this.#shape.keyOf(lastItem(end))) > 0
  }

  #append(item: T): OrderedTree<K, T, S> {
    const tail = this.#tail
    if (tail === undefined) return this.#with(this.#root, leafOf(this.#shape, [item]))
    if (tail.size < leafMax) return this.#with(this.#root, append(this.#shape, tail, item))
    return this.#with(appendLeaf(this.#root, tail), leafOf(this.#shape, [item]))
  }

  #setInTail(key: K, item: T): OrderedTree<K, T, S> {
    const tail = this.#tail
    if (tail === undefined || this.#isPastEnd(key)) return this.#append(item)
    const next = insertInLeaf(this.#shape, tail, key, item)
    if (next === tail) return this
    return next.size > leafMax ? this.#withTailOf(this.#root, leavesOf(this.#shape, next.items)) : this.#with(this.#root, next)
  }

  /** Sets the first `count` items of the run, none of which lies past the end. */
  #merge(run: readonly T[], count: number): OrderedTree<K, T, S> {
    const shape = this.#shape
    const tail = this.#tail
    const below = this.#root === undefined ? 0 : tail === undefined ? count : placeIn(shape, run, 0, count, tail.least, false)
    const root = this.#root === undefined || below === 0 ? this.#root : rootOver(merge(shape, this.#root, run, 0, below))
    const leaves = tail === undefined || below === count ? [] : mergeInLeaf(shape, tail, run, below, count)
    if (leaves.length > 0 && leaves[0] !== tail) return this.#withTailOf(root, leaves)
    return root === this.#root ? this : this.#with(root, tail)
  }

  /** The last of the leaves becomes the tail, all before it go into the root. */
  #withTailOf(root: TreeNode<K, T, S> | undefined, leaves: readonly Leaf<K, T, S>[]): OrderedTree<K, T, S> {
    let grown = root
    for (const leaf of leaves.slice(0, -1)) grown = appendLeaf(grown, leaf)
    return this.#with(grown, pick(leaves, leaves.length - 1))
  }

  #without(from: number, to: number): OrderedTree<K, T, S> {
    if (from >= to) return this
    const inRoot = this.#root === undefined ? 0 : this.#root.size
    const root = this.#root === undefined || from >= inRoot ? this.#root : remove(this.#shape, this.#root, from, Math.min(to, inRoot))
    const tail =
      this.#tail === undefined || to <= inRoot
        ? this.#tail
        : removeFromLeaf(this.#shape, this.#tail, Math.max(from - inRoot, 0), to - inRoot)
    return this.#with(lowered(root), tail)
  }
}
