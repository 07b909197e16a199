/** One object per key for as long as somebody holds it [BND6]. */
export class WeakCache<V extends object> {
  readonly #entries = new Map<string, WeakRef<V>>()
  readonly #gone = new FinalizationRegistry<string>(key => {
    if (this.#entries.get(key)?.deref() === undefined) this.#entries.delete(key)
  })

  get(key: string, make: () => V): V {
    const known = this.#entries.get(key)?.deref()
    if (known !== undefined) return known
    const made = make()
    this.#entries.set(key, new WeakRef(made))
    this.#gone.register(made, key)
    return made
  }
}
