import type { Sequence } from '../collections/sequence.ts'

/**
 * Makes a function that gives back the sequence it gave before while the next one holds the very same items in the same order: so that a
 * list computed anew doesn't look like a new list.
 */
export const keepSame = <T>(): ((next: Sequence<T>) => Sequence<T>) => {
  let kept: Sequence<T> | undefined
  return next => {
    if (kept === undefined || !sameItems(kept, next)) kept = next
    return kept
  }
}

const sameItems = <T>(a: Sequence<T>, b: Sequence<T>): boolean => {
  if (a === b) return true
  if (a.length !== b.length) return false
  const others = b[Symbol.iterator]()
  for (const item of a) if (!Object.is(item, others.next().value)) return false
  return true
}
