/** How a tree reads its items: the key that sorts them and the summary they add up to. All five are pure. */
export interface TreeShape<K, T, S> {
  /** the key of an item, or the item itself; never changes for one item. A tree keeps no key of an item that it no longer holds */
  keyOf(item: T): K
  /** a total order: negative, 0 or positive; items whose keys compare equal are one item */
  compare(a: K, b: K): number
  /** the summary of nothing: `combine(empty, s)` and `combine(s, empty)` equal `s` */
  readonly empty: S
  /**
   * The summary of one item. Where a replacement gives the identical summary (a number, a shared constant), every cached
   * summary above it stays; so give shared constants where there are few different ones.
   */
  measure(item: T): S
  /** the summary of a followed by b: associative; never called with a and b swapped */
  combine(a: S, b: S): S
}
