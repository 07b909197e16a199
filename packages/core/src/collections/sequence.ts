/**
 * An immutable, indexable, iterable sequence: what every list that the library gives out is. `map`, `for…of` and `length` work as on an
 * array, so that it can be rendered as it is.
 */
export interface Sequence<T> extends Iterable<T> {
  readonly length: number
  /** The item at the index; a negative one counts from the end. */
  at(index: number): T | undefined
  /** The items from `from` to `to` (exclusive), as `Array.prototype.slice` counts them. */
  slice(from?: number, to?: number): readonly T[]
  map<U>(fn: (item: T, index: number) => U): U[]
  find(predicate: (item: T, index: number) => boolean): T | undefined
  /** The index of the item with this key, -1 if there is none. O(log n). */
  indexOf(key: string): number
  /** All items as a frozen array: O(n) the first time, then always the same one. */
  toArray(): readonly T[]
}

/** What a sequence is made from: all else is derived. It must never change. */
export interface SequenceSource<T> {
  readonly length: number
  /** Called with an index inside the sequence only. */
  at(index: number): T | undefined
  /** The items from `from` to `to` (exclusive), both inside the sequence, from first to last. */
  range(from: number, to: number): Iterable<T>
  /** The index of the item with this key, -1 if there is none. */
  indexOf(key: string): number
}

/**
 * The base of sequences: `sequence['0']` is `sequence.at(0)`. Svelte's server takes what has a length for an array and reads it so.
 * It is a prototype's prototype: only names that a sequence doesn't have come here.
 */
const indexed = (): (new () => object) => {
  class Indexed {
    /** Vue makes no proxy of what carries this. */
    readonly __v_skip = true
  }
  const byIndex: ProxyHandler<object> = {
    get: (target, name, receiver): unknown =>
      typeof name === 'string' && /^\d+$/.test(name) && receiver instanceof SourceSequence
        ? receiver.at(Number(name))
        : Reflect.get(target, name, receiver),
  }
  Object.setPrototypeOf(Indexed.prototype, new Proxy({}, byIndex))
  return Indexed
}
const Indexed: new () => object = /* @__PURE__ */ indexed()

class SourceSequence<T> extends Indexed implements Sequence<T> {
  readonly length: number
  readonly #source: SequenceSource<T>
  #array: readonly T[] | undefined

  constructor(source: SequenceSource<T>) {
    super()
    this.length = source.length
    this.#source = source
  }

  at(index: number): T | undefined {
    const whole = Math.trunc(index) || 0
    const from = whole < 0 ? this.length + whole : whole
    return from >= 0 && from < this.length ? this.#source.at(from) : undefined
  }

  slice(from = 0, to: number = this.length): readonly T[] {
    const start = this.#bound(from)
    const end = this.#bound(to)
    return start < end ? [...this.#source.range(start, end)] : []
  }

  map<U>(fn: (item: T, index: number) => U): U[] {
    return Array.from(this, fn)
  }

  find(predicate: (item: T, index: number) => boolean): T | undefined {
    let index = 0
    for (const item of this) if (predicate(item, index++)) return item
    return undefined
  }

  indexOf(key: string): number {
    return this.#source.indexOf(key)
  }

  toArray(): readonly T[] {
    this.#array ??= Object.freeze(this.slice())
    return this.#array
  }

  toJSON(): readonly T[] {
    return this.toArray()
  }

  [Symbol.iterator](): Iterator<T> {
    const items = this.#array ?? this.#source.range(0, this.length)
    return items[Symbol.iterator]()
  }

  #bound(index: number): number {
    const whole = Math.trunc(index) || 0
    return whole < 0 ? Math.max(this.length + whole, 0) : Math.min(whole, this.length)
  }
}

/** A sequence over a source. */
export const sequence = <T>(source: SequenceSource<T>): Sequence<T> => new SourceSequence(source)

/** The sequence without items: always the same one. */
export const emptySequence: Sequence<never> = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ sequence<never>({ length: 0, at: () => undefined, range: () => [], indexOf: () => -1 }),
)
