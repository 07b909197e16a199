import type { Readable } from '../model/readable.ts'

/** A Readable that a test sets, and that counts who is subscribed. */
export interface ReadableCell<T> extends Readable<T> {
  readonly set: (value: T) => void
  readonly subscribers: number
}

/**
 * A Readable without a chat, to test what shows one.
 * @example
 * const typing = readableCell<readonly string[]>([])
 * typing.set(['alice'])
 */
export const readableCell = <T>(initial: T): ReadableCell<T> => {
  const listeners = new Set<(value: T) => void>()
  let value = initial
  return {
    get: () => value,
    subscribe: listener => {
      // One closure per call, so that the same listener may come twice.
      const told = (next: T): void => listener(next)
      listeners.add(told)
      listener(value)
      return () => listeners.delete(told)
    },
    set: next => {
      value = next
      for (const listener of [...listeners]) listener(next)
    },
    get subscribers() {
      return listeners.size
    },
  }
}
