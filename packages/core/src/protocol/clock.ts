/** The core's only time. `systemClock()` is the default; tests use `testClock()` of `@parlance/core/testing`. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  setTimeout(run: () => void, ms: number): TimerHandle
  clearTimeout(handle: TimerHandle): void
  microtask(run: () => void): void
  /** Before the next paint, where there is one; gives back what cancels it. Absent: no frames here. */
  frame?(run: () => void): () => void
}

/** What `setTimeout` gave. Opaque. */
export type TimerHandle = { readonly timer: unknown }
