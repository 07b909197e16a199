import type { Clock } from '@parlance/core'

/** The machine's clock, as far as a link needs one. */
export const systemClock = (): Clock => ({
  now: () => Date.now(),
  setTimeout: (run, ms) => ({ timer: globalThis.setTimeout(run, ms) }),
  clearTimeout: ({ timer }) => globalThis.clearTimeout(timer as ReturnType<typeof globalThis.setTimeout>),
  microtask: run => queueMicrotask(run),
})
