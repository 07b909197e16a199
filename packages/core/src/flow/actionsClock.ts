import type { MessageKey } from '../model/ids.ts'
import type { TimerHandle } from '../protocol/clock.ts'
import type { FlowContext } from './flowContext.ts'

export interface ActionsClock {
  /**
   * Says `expired` for a message whenever a window of it closes. `until`: when the next one does, by the server's clock in
   * milliseconds since 1970. The function it gives back ends that.
   */
  readonly watch: (key: MessageKey, until: () => number | undefined) => () => void
}

/** The longest that a timer can wait. */
const longestMs = 2 ** 31 - 1

/** Recall and edit windows close by themselves: what may be done with a message flips by the clock. */
export const createActionsClock = ({
  clock,
  sink,
  serverNow,
  disposed,
}: Pick<FlowContext, 'clock' | 'sink' | 'serverNow' | 'disposed'>): ActionsClock => {
  const timers = new Set<TimerHandle>()

  disposed.addEventListener(
    'abort',
    () => {
      for (const timer of timers) clock.clearTimeout(timer)
      timers.clear()
    },
    { once: true },
  )

  return {
    watch: (key, until) => {
      let timer: TimerHandle | undefined
      let ended = false

      const schedule = (): void => {
        const at = until()
        if (at === undefined || ended || disposed.aborted) return
        // At least one: a window that doesn't move must not spin.
        const wait = Math.min(longestMs, Math.max(1, at - serverNow()))
        timer = clock.setTimeout(() => {
          forget()
          // Early, if the server's clock turned out to be behind, or the window to be longer than a timer.
          if (serverNow() >= at) sink.change({ type: 'expired', key })
          schedule()
        }, wait)
        timers.add(timer)
      }

      const forget = (): void => {
        if (timer !== undefined) timers.delete(timer)
        timer = undefined
      }

      schedule()
      return () => {
        ended = true
        if (timer !== undefined) clock.clearTimeout(timer)
        forget()
      }
    },
  }
}
