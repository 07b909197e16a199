import type { Clock } from '@parlance/core'

/** The machine's clock, but for the time while a story is told: then it shows what the story says. */
export interface StoryClock extends Clock {
  /** Milliseconds since 1970; `undefined`: now. */
  readonly show: (at: number | undefined) => void
}

export const createStoryClock = (): StoryClock => {
  let shown: number | undefined
  return {
    now: () => shown ?? Date.now(),
    setTimeout: (run, ms) => ({ timer: setTimeout(run, ms) }),
    clearTimeout: ({ timer }) => {
      if (timer instanceof Object) clearTimeout(timer as NodeJS.Timeout)
    },
    microtask: queueMicrotask,
    show: at => {
      shown = at
    },
  }
}
