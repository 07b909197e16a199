import type { FrameKind } from './faults.ts'
import type { Weather } from './weather.ts'

/** One direction of one socket: frames go in, and come out as the weather lets them, never one before another. */
export interface Lane {
  /** `again`: it has arrived before. */
  pass(kind: FrameKind, user: string | undefined, arrive: (again: boolean) => void): void
  close(): void
}

export const createLane = (weather: Weather, direction: 'up' | 'down', cut: () => void): Lane => {
  const timers = new Set<NodeJS.Timeout>()
  let lastDue = 0
  let closed = false

  const at = (delayMs: number, run: () => void): void => {
    const now = performance.now()
    lastDue = Math.max(lastDue, now + delayMs)
    if (lastDue <= now && timers.size === 0) return run()
    const timer = setTimeout(() => {
      timers.delete(timer)
      if (!closed) run()
    }, lastDue - now)
    timers.add(timer)
  }

  return {
    pass(kind, user, arrive) {
      const { strike, delayMs } = weather.fate(direction, kind, user)
      at(delayMs, () => {
        if (strike === 'drop') return cut()
        if (strike !== 'lose') arrive(false)
        if (strike === 'duplicate') arrive(true)
        if (strike === 'dropAfter') cut()
      })
    },
    close() {
      closed = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
