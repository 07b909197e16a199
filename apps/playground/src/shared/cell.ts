import type { Readable } from '@parlance/core'

/** A bit of the page's own state as a Readable, so that every framework reads it as it reads the chat. */
export interface Cell<T> extends Readable<T> {
  readonly set: (value: T) => void
}

export const createCell = <T>(initial: T): Cell<T> => {
  const listeners = new Set<(value: T) => void>()
  let current = initial
  return {
    get: () => current,
    set: value => {
      if (Object.is(value, current)) return
      current = value
      for (const listener of [...listeners]) if (listeners.has(listener)) listener(value)
    },
    subscribe: listener => {
      // One closure per call, so that the same listener may come twice.
      const told = (value: T): void => listener(value)
      listeners.add(told)
      listener(current)
      return () => listeners.delete(told)
    },
  }
}
