import { chatError } from '../model/error.ts'
import { failed, type Outcome } from '../model/outcome.ts'
import { isSpent, pauseAfter } from './backoff.ts'
import type { FlowContext } from './flowContext.ts'
import type { Online } from './online.ts'

type Needs = Pick<FlowContext, 'clock' | 'random' | 'retry' | 'busy' | 'disposed'>

/**
 * Tries until it succeeds, is refused for good, or was tried often and long enough, as sends are [SND3]. Offline it waits,
 * which is no work and wears nothing out. Never rejects; `cancelled` when the signal or the chat ends.
 */
export const persist = async <T>(
  context: Needs,
  online: Online,
  attempt: () => Promise<Outcome<T>>,
  signal: AbortSignal = context.disposed,
): Promise<Outcome<T>> => {
  const { clock, busy, disposed } = context
  let tries = 0
  let since: number | undefined
  let notBefore = 0
  const isOver = (): boolean => signal.aborted || disposed.aborted
  for (;;) {
    if (!online.is() && !(await online.until(signal))) return failed(chatError('cancelled'))
    if (isOver()) return failed(chatError('cancelled'))
    const end = busy.begin()
    try {
      const rest = notBefore - clock.now()
      if (rest > 0) {
        await online.pause(rest, signal)
        continue
      }
      since ??= online.elapsed()
      const outcome = await attempt()
      if (isOver() || outcome.ok) return outcome
      // The link was given up while it was under way: the next one asks anew.
      if (outcome.error.code === 'cancelled' && !online.is()) continue
      if (!outcome.error.retryable) return outcome
      if (outcome.error.retryAfterMs !== undefined) notBefore = clock.now() + outcome.error.retryAfterMs
      if (!online.is()) continue
      tries += 1
      if (isSpent(tries, online.elapsed() - since, context.retry)) return outcome
      await online.pause(pauseAfter(tries, outcome.error, context), signal)
    } finally {
      end()
    }
  }
}
