import type { ChatError } from '../model/error.ts'
import type { FlowContext } from './flowContext.ts'

type Retry = FlowContext['retry']

/** How long to wait after so many failures, milliseconds: doubles up to a bound, jittered. */
export const backoffMs = (tries: number, { baseMs, maxMs }: Retry, random: () => number): number => {
  const full = Math.min(maxMs, baseMs * 2 ** Math.max(0, tries - 1))
  // Half of it by chance: clients that lost one server together don't come back together.
  return full / 2 + (random() * full) / 2
}

/** The same after a failure that may say itself how long: the backend's wish wins [SND3]. */
export const pauseAfter = (tries: number, { retryAfterMs }: ChatError, { retry, random }: Pick<FlowContext, 'retry' | 'random'>): number =>
  retryAfterMs !== undefined && retryAfterMs >= 0 ? retryAfterMs : backoffMs(tries, retry, random)

/** Whether something was tried often or long enough. `onlineMs`: time online since the first try. */
export const isSpent = (tries: number, onlineMs: number, { attempts, totalMs }: Retry): boolean => tries >= attempts || onlineMs >= totalMs
