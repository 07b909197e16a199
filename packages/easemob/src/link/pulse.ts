import type { SdkConnection } from '../sdk/connection.ts'

/** What the SDK was fetching when its socket dropped it would wait for ever, and hear of nothing new there. */
export const forgetQueues = ({ _queues: queues }: SdkConnection): void => {
  if (Array.isArray(queues)) queues.length = 0
}

/**
 * Asks every so often whether the link is alive: the SDK itself doesn't notice one that is dead as long as nothing is sent. A queue
 * that it is still fetching from after a whole beat it will never get.
 */
export const startPulse = (connection: SdkConnection, everyMs: number): (() => void) => {
  let before: unknown
  const timer = setInterval(() => {
    const [first] = Array.isArray(connection._queues) ? connection._queues : []
    if (first !== undefined && first === before) forgetQueues(connection)
    before = first
    connection.onShow()
  }, everyMs)
  return () => clearInterval(timer)
}
