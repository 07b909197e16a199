import { Observable } from 'rxjs'
import { guarded } from './guarded.ts'
import type { Readable } from './model/readable.ts'

/**
 * A Readable as an RxJS Observable: emits the value at once, then each change.
 * @example observe(chat.totalUnread).subscribe(({ count }) => setBadge(count))
 */
export const observe = <T>(readable: Readable<T>): Observable<T> => {
  const thrown: unknown[] = []
  const source = new Observable<T>(subscriber =>
    readable.subscribe(value => {
      subscriber.next(value)
      // The Readable's own subscriber threw, as it were: it knows whom to tell.
      if (thrown.length > 0) throw thrown.shift()
    }),
  )
  return guarded(source, fault => thrown.push(fault))
}
