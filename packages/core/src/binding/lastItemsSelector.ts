import type { Sequence } from '../collections/sequence.ts'
import { sequence } from '../collections/sequence.ts'
import type { Readable } from '../model/readable.ts'
import { derivedReadable } from './derivedReadable.ts'
import { keepSame } from './keepSame.ts'
import { lastCall } from './lastCall.ts'

/**
 * Makes a function that gives the end of a sequence, at most `count` items, as a Readable: the same one for the same arguments. Its
 * sequence stays the same while those items do. An `undefined` count is the whole sequence.
 */
export const lastItemsSelector = <T>(): ((source: Readable<Sequence<T>>, count: number | undefined) => Readable<Sequence<T>>) => {
  const keep = keepSame<T>()
  return lastCall((source, count) => (count === undefined ? source : derivedReadable(source, all => keep(tail(all, count)))))
}

const tail = <T>(all: Sequence<T>, count: number): Sequence<T> => {
  const skipped = all.length - Math.max(0, Math.trunc(count))
  if (skipped <= 0) return all
  return sequence({
    length: all.length - skipped,
    at: index => all.at(skipped + index),
    range: (from, to) => all.slice(skipped + from, skipped + to),
    indexOf: key => Math.max(-1, all.indexOf(key) - skipped),
  })
}
