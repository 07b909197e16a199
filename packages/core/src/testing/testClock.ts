import type { Clock, TimerHandle } from '../protocol/clock.ts'
import { macrotask } from './macrotask.ts'

/** A clock that stands still until told otherwise. */
export interface TestClock extends Clock {
  /** Moves on, running every timer that comes due in order and letting promises settle in between. */
  advance(ms: number): Promise<void>
  /** Lets promises settle without moving on. */
  settle(): Promise<void>
  /** How many timers wait. */
  readonly pending: number
}

interface Timer {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

/**
 * A {@link Clock} for tests, at `start` milliseconds since 1970.
 * @example
 * const clock = testClock()
 * const chat = createChat({ transport, clock })
 * await clock.advance(1_000)
 */
export const testClock = (start: number = Date.UTC(2026, 0, 1)): TestClock => {
  let now = start
  let order = 0
  const timers = new Set<Timer>()

  const due = (until: number): Timer | undefined => {
    let first: Timer | undefined
    for (const timer of timers) {
      if (timer.at <= until && (first === undefined || timer.at < first.at || (timer.at === first.at && timer.order < first.order)))
        first = timer
    }
    return first
  }

  return {
    now: () => now,
    setTimeout(run, ms) {
      const timer: Timer = { at: now + Math.max(0, ms), order: order++, run }
      timers.add(timer)
      return { timer }
    },
    clearTimeout({ timer }: TimerHandle) {
      for (const waiting of timers) if (waiting === timer) timers.delete(waiting)
    },
    microtask: run => queueMicrotask(run),
    async advance(ms) {
      const until = now + ms
      await macrotask()
      for (let timer = due(until); timer !== undefined; timer = due(until)) {
        timers.delete(timer)
        now = Math.max(now, timer.at)
        timer.run()
        await macrotask()
      }
      now = until
    },
    settle: macrotask,
    get pending() {
      return timers.size
    },
  }
}
