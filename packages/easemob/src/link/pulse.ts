import type { SdkConnection } from '../sdk/connection.ts'
import { fetching, forgetQueues } from '../sdk/internals.ts'

/**
 * Asks every so often whether the link is alive: the SDK itself doesn't notice one that is dead as long as nothing is sent. A queue
 * that it is still fetching from after a whole beat it will never get.
 */
export const startPulse = (connection: SdkConnection, everyMs: number): (() => void) => {
  let before: unknown
  const timer = setInterval(() => {
    const now = fetching(connection)
    if (now !== undefined && now === before) forgetQueues(connection)
    before = now
    connection.onShow()
  }, everyMs)
  return () => clearInterval(timer)
}
