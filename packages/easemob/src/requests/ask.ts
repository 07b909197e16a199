import type { Op } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Asked } from '../errors.ts'
import { sdkError } from '../errors.ts'
import type { Link } from '../link/link.ts'
import type { SdkConnection } from '../sdk/connection.ts'

/** Runs one of the SDK's calls: settles in any case, and rejects with a `ChatError`. */
export type Ask = <T>(run: (connection: SdkConnection) => Promise<T>, op?: Op, asked?: Asked) => Promise<T>

/** Some of the SDK's promises never settle. */
const LONGEST_MS = 30_000

export const createAsk = (link: Pick<Link, 'up' | 'renew'>): Ask => {
  const once = async <T>(run: (connection: SdkConnection) => Promise<T>, op: Op, asked: Asked): Promise<T> => {
    const { connection, gone } = link.up()
    try {
      return await bounded(() => run(connection), op, gone)
    } catch (thrown) {
      throw sdkError(thrown, asked)
    }
  }

  return async (run, op = {}, asked = 'other') => {
    if (op.signal?.aborted) throw chatError('cancelled')
    try {
      return await once(run, op, asked)
    } catch (error) {
      if (sdkError(error).code !== 'authExpired') throw error
      await bounded(() => link.renew(), op, link.up().gone)
      return once(run, op, asked)
    }
  }
}

/** An answer in time, or what stood in its way. What was asked for may have happened nevertheless. */
const bounded = async <T>(run: () => Promise<T>, { signal, timeoutMs = LONGEST_MS }: Op, gone: AbortSignal): Promise<T> => {
  const done = new AbortController()
  const until = { signal: done.signal }
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise<T>((resolve, reject) => {
      timer = setTimeout(() => reject(chatError('timeout')), timeoutMs)
      signal?.addEventListener('abort', () => reject(chatError('cancelled', { effect: 'maybe' })), until)
      gone.addEventListener('abort', () => reject(chatError('unavailable')), until)
      run().then(resolve, reject)
    })
  } finally {
    clearTimeout(timer)
    done.abort()
  }
}
