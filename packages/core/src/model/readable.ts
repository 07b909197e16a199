/** A value that changes, framework-neutral. Svelte takes it as a store. */
export interface Readable<T> {
  /** The value now. */
  get(): T
  /** Calls at once with the value, then after each change; the function it gives back ends that. */
  subscribe(listener: (value: T) => void): () => void
}
