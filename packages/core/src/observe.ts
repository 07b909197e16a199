import { Observable } from 'rxjs'
import type { Readable } from './model/readable.ts'

/**
 * A Readable as an RxJS Observable: emits the value at once, then each change.
 * @example observe(chat.totalUnread).subscribe(({ count }) => setBadge(count))
 */
export const observe = <T>(readable: Readable<T>): Observable<T> =>
  new Observable(subscriber => readable.subscribe(value => subscriber.next(value)))
