import { asChatError, chatError, type ChatError } from '../../model/error.ts'
import type { Clock, TimerHandle } from '../../protocol/clock.ts'
import type { ProgressOp } from '../../protocol/transport.ts'
import { systemClock } from '../../systemClock.ts'

/** How patient a transfer is. */
export interface TransferOptions {
  /** How long it may go without any progress, milliseconds; default a minute, which is also how long a chat waits for its uploader. */
  readonly stallMs?: number
  readonly clock?: Clock
}

/** A transfer that runs. */
export interface Running {
  /** Aborts when it has to stop, whatever it waits for. */
  readonly signal: AbortSignal
  /** How much of it is through, from 0 to 1: keeps it alive. */
  readonly onProgress: (share: number) => void
}

/**
 * Carries a file one way or the other: `run` does it, and is stopped when it is cancelled (`cancelled`) or says nothing for too
 * long (`timeout`). Rejects then at once, whether `run` ends or not.
 */
export const transfer = <T>(
  run: (running: Running) => Promise<T>,
  { signal, onProgress, timeoutMs }: ProgressOp = {},
  { stallMs = 60_000, clock = systemClock() }: TransferOptions = {},
): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = new AbortController()
    let timer: TimerHandle | undefined
    let open = true
    const end = (settle: () => void): void => {
      if (!open) return
      open = false
      if (timer !== undefined) clock.clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      settle()
    }
    const giveUp = (error: ChatError): void => {
      end(() => reject(error))
      stop.abort()
    }
    const cancel = (): void => giveUp(chatError('cancelled', { effect: 'maybe' }))
    const stall = (): void => giveUp(chatError('timeout', { message: 'The transfer made no progress for too long.' }))
    const alive = (): void => {
      if (timer !== undefined) clock.clearTimeout(timer)
      timer = clock.setTimeout(stall, timeoutMs ?? stallMs)
    }
    if (signal?.aborted === true) return reject(chatError('cancelled'))
    signal?.addEventListener('abort', cancel)
    alive()
    run({
      signal: stop.signal,
      onProgress: share => {
        if (!open) return
        alive()
        onProgress?.(share)
      },
    }).then(
      value => end(() => resolve(value)),
      (thrown: unknown) => end(() => reject(asChatError(thrown))),
    )
  })
