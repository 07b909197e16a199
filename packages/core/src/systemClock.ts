import type { Clock } from './protocol/clock.ts'

/** The machine's clock. Frames are `requestAnimationFrame` while the page is visible; where there is none, a 16 ms timer. */
export const systemClock = (): Clock => ({
  now: () => Date.now(),
  setTimeout: (run, ms) => ({ timer: globalThis.setTimeout(run, ms) }),
  clearTimeout: ({ timer }) => globalThis.clearTimeout(timer as ReturnType<typeof globalThis.setTimeout>),
  microtask: run => queueMicrotask(run),
  frame: run => {
    const visible = typeof document !== 'undefined' && document.visibilityState === 'visible'
    if (!visible || typeof requestAnimationFrame !== 'function') {
      const timer = globalThis.setTimeout(run, 16)
      return () => globalThis.clearTimeout(timer)
    }
    // A page that is hidden before it paints gets no frame any more: then the timer runs.
    let ran = false
    const once = (): void => {
      cancel()
      if (!ran) run()
      ran = true
    }
    const frame = requestAnimationFrame(once)
    const timer = globalThis.setTimeout(once, 100)
    const cancel = (): void => {
      cancelAnimationFrame(frame)
      globalThis.clearTimeout(timer)
    }
    return cancel
  },
})
