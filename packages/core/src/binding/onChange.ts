import type { Readable } from '../model/readable.ts'

/** Subscribes without the call that a subscription begins with: a framework that has read the value wants to hear of the next one only. */
export const onChange = <T>(readable: Readable<T>, listener: (value: T) => void): (() => void) => {
  let begun = false
  const stop = readable.subscribe(value => {
    if (begun) listener(value)
  })
  begun = true
  return stop
}
