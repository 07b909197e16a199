import type { Readable } from '../model/readable.ts'
import { WeakCache } from '../store/weakCache.ts'

/** Readables by name. */
export interface KeyedReadables<K extends string, R> {
  /** The same one for the same name while somebody watches or holds it [BND6]. */
  readonly of: (key: K) => R
  /** Those that somebody watches. */
  readonly watched: ReadonlyMap<K, R>
}

/** `make` hands on `watched` to what it makes; `change`: somebody watches what has this name, or nobody does any more. */
export const keyedReadables = <K extends string, R extends Readable<unknown>>(
  make: (key: K, watched: (watched: boolean) => void) => R,
  change: (key: K, watched: boolean) => void = () => undefined,
): KeyedReadables<K, R> => {
  const made = new WeakCache<R>()
  const held = new Map<K, R>()
  return {
    of: key =>
      made.get(key, () => {
        const readable: R = make(key, watched => {
          if (watched) held.set(key, readable)
          else held.delete(key)
          change(key, watched)
        })
        return readable
      }),
    watched: held,
  }
}
