import type { Readable } from '@parlance/core'

/** A value made of another one: the same as long as that is the same. */
export const mapReadable = <T, U>(source: Readable<T>, make: (value: T) => U): Readable<U> => {
  let last: { readonly of: T; readonly made: U } | undefined
  const made = (of: T): U => {
    if (last === undefined || !Object.is(last.of, of)) last = { of, made: make(of) }
    return last.made
  }
  return { get: () => made(source.get()), subscribe: listener => source.subscribe(value => listener(made(value))) }
}
