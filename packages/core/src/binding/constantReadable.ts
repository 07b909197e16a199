import type { Readable } from '../model/readable.ts'

/** A Readable whose value never changes: what a binding reads where nothing is selected. */
export const constantReadable = <T>(value: T): Readable<T> => ({
  get: () => value,
  subscribe: listener => {
    listener(value)
    return () => undefined
  },
})
