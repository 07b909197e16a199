import type { UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Policy } from './policy.ts'

/** Counts what users send. Throws `rateLimited` with the time after which there is room again. */
export interface RateLimit {
  count(user: UserId, now: number): void
}

export const createRateLimit = (policy: () => Policy): RateLimit => {
  const sent = new Map<UserId, number[]>()

  return {
    count(user, now) {
      const { rateLimit } = policy()
      if (rateLimit === undefined) {
        sent.clear()
        return
      }
      const { count, perMs } = rateLimit
      const recent = (sent.get(user) ?? []).filter(at => at > now - perMs)
      sent.set(user, recent)
      // The oldest of the last `count`: when it leaves the stretch, one more may come.
      if (recent.length >= count) throw chatError('rateLimited', { retryAfterMs: (recent[recent.length - count] ?? now) + perMs - now })
      recent.push(now)
    },
  }
}
