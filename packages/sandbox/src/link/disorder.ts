import type { Clock, Fact, TimerHandle, TransportEvent } from '@parlance/core'
import { Observable } from 'rxjs'

export interface DisorderOptions {
  readonly clock: Clock
  readonly random: () => number
  /** Facts held back: one more, or one less. */
  readonly held: (change: 1 | -1) => void
}

/** Longest time for which a fact is held back, milliseconds. */
const HELD_MS = 200

/**
 * Facts out of order, above everything that keeps them in order: only to try reducers. Link events keep their place among them.
 * There are no checkpoints, for what they promise would not be so: each new link begins with a gap.
 */
export const disorderly = (source: Observable<TransportEvent>, { clock, random, held }: DisorderOptions): Observable<TransportEvent> =>
  new Observable(subscriber => {
    const pool: Fact[] = []
    const timers = new Set<TimerHandle>()

    const release = (): void => {
      const [fact] = pool.splice(Math.floor(random() * pool.length), 1)
      if (fact === undefined) return
      held(-1)
      subscriber.next(fact)
    }
    const releaseAll = (): void => {
      for (const timer of timers) clock.clearTimeout(timer)
      timers.clear()
      while (pool.length > 0 && !subscriber.closed) release()
    }
    const hold = (fact: Fact): void => {
      pool.push(fact)
      held(1)
      const timer = clock.setTimeout(() => {
        timers.delete(timer)
        release()
      }, random() * HELD_MS)
      timers.add(timer)
    }

    const subscription = source.subscribe({
      next(event) {
        switch (event.type) {
          case 'checkpoint':
            return
          case 'link':
          case 'synced':
          case 'closed':
          case 'capabilities':
          case 'fault':
            releaseAll()
            subscriber.next(event)
            return
          default:
            hold(event)
        }
      },
      error(error) {
        releaseAll()
        subscriber.error(error)
      },
      complete() {
        releaseAll()
        subscriber.complete()
      },
    })
    return () => {
      subscription.unsubscribe()
      for (const timer of timers) clock.clearTimeout(timer)
      for (const _ of pool.splice(0)) held(-1)
    }
  })
