/**
 * A Map whose writes can be taken back: side indexes change only when their batch commits [CVG4]. Mutable on purpose: an
 * immutable map of every message would be copied or hashed at each fact.
 */
export class JournaledMap<K, V> {
  readonly #map = new Map<K, V>()
  readonly #undo: [key: K, before: V | undefined][] = []

  get(key: K): V | undefined {
    return this.#map.get(key)
  }

  set(key: K, value: V): void {
    this.#undo.push([key, this.#map.get(key)])
    this.#map.set(key, value)
  }

  delete(key: K): void {
    const before = this.#map.get(key)
    if (before === undefined) return
    this.#undo.push([key, before])
    this.#map.delete(key)
  }

  get size(): number {
    return this.#map.size
  }

  /** Oldest first. */
  entries(): IterableIterator<[K, V]> {
    return this.#map.entries()
  }

  commit(): void {
    this.#undo.length = 0
  }

  rollback(): void {
    for (let step = this.#undo.pop(); step !== undefined; step = this.#undo.pop()) {
      const [key, before] = step
      if (before === undefined) this.#map.delete(key)
      else this.#map.set(key, before)
    }
  }
}
