import type { TransportEvent } from '@parlance/core'
import type { Subscriber } from 'rxjs'

/** Hands events over one at a time, also if handing one over brings the next. */
export const createOutlet = (subscriber: Subscriber<TransportEvent>): ((event: TransportEvent) => void) => {
  const waiting: TransportEvent[] = []
  let busy = false
  return event => {
    waiting.push(event)
    if (busy) return
    busy = true
    try {
      for (let next = waiting.shift(); next !== undefined && !subscriber.closed; next = waiting.shift()) {
        subscriber.next(next)
        if (next.type === 'closed') subscriber.complete()
      }
    } finally {
      busy = false
    }
  }
}
