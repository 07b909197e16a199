import type { TimerHandle } from '../protocol/clock.ts'
import type { FlowContext } from './flowContext.ts'

/** Whether anything may be sent, and for how long it could be so far. One for all flows of a chat. */
export interface Online {
  readonly is: () => boolean
  /** Milliseconds spent online so far: what is tried again is counted in these, so that being offline wears nothing out [SND3]. */
  readonly elapsed: () => number
  /** To be called whenever the connection has changed. */
  readonly update: () => void
  /** Calls after each change between on- and offline; the function it gives back ends that. */
  readonly watch: (listener: () => void) => () => void
  /** Resolves `true` as soon as it is online, `false` when the signal or the chat ends first. */
  readonly until: (signal: AbortSignal) => Promise<boolean>
  /** Resolves after a time, or before when it goes offline, or the signal or the chat ends. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>
  /** Resolves as soon as it is offline, or the signal or the chat ends. */
  readonly lost: (signal: AbortSignal) => Promise<void>
  /** Aborts when the link is no longer wanted: nothing that was asked over it may come any more [CON2]. */
  readonly session: () => AbortSignal
  /** To be called when the link is no longer wanted. */
  readonly endSession: () => void
}

export const createOnline = ({ reader, clock, disposed }: Pick<FlowContext, 'reader' | 'clock' | 'disposed'>): Online => {
  const listeners = new Set<() => void>()
  let session = new AbortController()
  let since: number | undefined
  let before = 0

  const is = (): boolean => reader.connection.state === 'online'

  const update = (): void => {
    if (disposed.aborted || is() === (since !== undefined)) return
    if (since === undefined) since = clock.now()
    else {
      before += clock.now() - since
      since = undefined
    }
    for (const listener of [...listeners]) if (listeners.has(listener)) listener()
  }

  const watch = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  /** Resolves when `ends` says so; it is asked at the start, after each change, and when either signal aborts. */
  const wait = (signal: AbortSignal, ends: () => boolean, ms?: number): Promise<void> =>
    new Promise(resolve => {
      const over = (): boolean => signal.aborted || disposed.aborted || ends()
      if (over()) return resolve()
      let timer: TimerHandle | undefined
      const end = (): void => {
        if (timer !== undefined) clock.clearTimeout(timer)
        unwatch()
        signal.removeEventListener('abort', end)
        disposed.removeEventListener('abort', end)
        resolve()
      }
      const unwatch = watch(() => {
        if (over()) end()
      })
      signal.addEventListener('abort', end)
      disposed.addEventListener('abort', end)
      if (ms !== undefined) timer = clock.setTimeout(end, ms)
    })

  update()
  return {
    is,
    elapsed: () => before + (since === undefined ? 0 : clock.now() - since),
    update,
    watch,
    until: async signal => {
      await wait(signal, is)
      return !signal.aborted && !disposed.aborted
    },
    pause: (ms, signal) => wait(signal, () => !is(), ms),
    lost: signal => wait(signal, () => !is()),
    session: () => session.signal,
    endSession: () => {
      const ended = session
      session = new AbortController()
      ended.abort()
    },
  }
}
