import type { Clock } from './protocol/clock.ts'

/** The machine's clock. Frames are `requestAnimationFrame` while the page is visible; where there is none, a 16 ms timer. */
export const systemClock = (): Clock => ({
  now: () => Date.now(),
  setTimeout: (run, ms) => ({ timer: globalThis.setTimeout(run, ms) }),
  clearTimeout: ({ timer }) => globalThis.clearTimeout(timer as ReturnType<typeof globalThis.setTimeout>),
  microtask: (run) => queueMicrotask(run),
  frame: (run) => {
    if (typeof document !== 'undefined' && document.visibilityState === 'visible' && typeof requestAnimationFrame === 'function') {
      const frame = requestAnimationFrame(run)
      return () => cancelAnimationFrame(frame)
    }
    const timer = globalThis.setTimeout(run, 16)
    return () => globalThis.clearTimeout(timer)
  },
})
