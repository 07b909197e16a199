import type { ChatError, TransportEvent } from '@parlance/core'
import { chatError } from '@parlance/core'
import { Observable } from 'rxjs'
import { sdkError } from '../errors.ts'
import type { SdkConnection } from '../sdk/connection.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { forgetQueues } from '../sdk/internals.ts'
import { guarded } from './guarded.ts'
import type { ConnectionHost } from './host.ts'
import { createOutlet } from './outlet.ts'
import { startPulse } from './pulse.ts'

/** A connection that is up, and when it no longer is. */
export interface Up {
  readonly connection: SdkConnection
  readonly gone: AbortSignal
}

/** One link at a time over the SDK's connection, which reconnects by itself. */
export interface Link {
  readonly connect: () => Observable<TransportEvent>
  /** Throws `offline` while there is none. */
  readonly up: () => Up
  readonly tell: (event: TransportEvent) => void
  /** Asks for a fresh token, once for all who ask meanwhile. */
  readonly renew: () => Promise<void>
}

/** The adapter's one handler at the SDK. */
const HANDLER = 'parlance'
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000

interface Run {
  readonly tell: (event: TransportEvent) => void
  readonly stop: AbortController
  connection: SdkConnection | undefined
  state: 'opening' | 'online' | 'lost'
  /** Ends with each loss of the link, and with the run. */
  up: AbortController
  timer: ReturnType<typeof setTimeout> | undefined
  failures: number
  /** A token that had run out was replaced already, in vain. */
  refreshed: boolean
}

/** `events`: what the rest of the adapter listens to. */
export const createLink = (host: ConnectionHost, events: () => SdkHandler, pulseMs: number): Link => {
  let current: Run | undefined
  /** What is left of the link before. */
  let released: Promise<void> = Promise.resolve()
  let renewing: Promise<void> | undefined

  const isOver = (run: Run): boolean => run.stop.signal.aborted

  const begin = async (run: Run): Promise<void> => {
    run.state = 'opening'
    try {
      await released
      if (isOver(run)) return
      const connection = await host.acquire()
      if (isOver(run)) return
      run.connection = connection
      connection.addEventHandler(HANDLER, handlerOf(run, connection))
      if (connection.isOpened() && connection.logOut !== true) return void online(run)
      await host.open(connection)
    } catch (thrown) {
      if (!isOver(run)) refused(run, thrown)
    }
  }

  const handlerOf = (run: Run, connection: SdkConnection): SdkHandler => {
    const mine = (handle: (payload?: unknown) => void) => (payload?: unknown) => {
      if (run.connection === connection && !isOver(run)) handle(payload)
    }
    const own: SdkHandler = {
      onConnected: () => online(run),
      onReconnecting: () => lose(run, chatError('unavailable')),
      onDisconnected: reason => disconnected(run, reason),
      onError: reason => erred(run, reason),
      onTokenWillExpire: () => void renew().catch(() => {}),
      onTokenExpired: () => again(run, chatError('authExpired')),
    }
    const all = Object.entries({ ...events(), ...own }).map(([event, handle]) => [event, mine(handle)] as const)
    return guarded(Object.fromEntries(all), (event, cause) =>
      run.tell({ type: 'fault', error: chatError('protocol', { message: `${event} could not be read.`, cause }) }),
    )
  }

  const online = (run: Run): void => {
    if (run.state === 'online') return
    run.state = 'online'
    run.failures = 0
    run.refreshed = false
    run.up = new AbortController()
    if (run.connection !== undefined) run.up.signal.addEventListener('abort', startPulse(run.connection, pulseMs), { once: true })
    // The SDK says nothing of what was missed, and keeps no place.
    run.tell({ type: 'synced', continuity: 'gap' })
  }

  const lose = (run: Run, error: ChatError, retryAt?: number): void => {
    if (run.state === 'lost' && retryAt === undefined) return
    run.state = 'lost'
    run.up.abort()
    if (run.connection !== undefined) forgetQueues(run.connection)
    run.tell({ type: 'link', state: 'lost', error, ...(retryAt !== undefined && { retryAt }) })
  }

  /** The SDK has given up, or was told to. */
  const disconnected = (run: Run, reason: unknown): void => {
    // What comes of a login is said by `open` itself.
    if (run.state === 'opening') return
    if (reason === undefined) return again(run, chatError('unavailable'))
    const error = sdkError(reason)
    return isFinal(error) ? close(run, error) : again(run, error)
  }

  /** While the SDK reconnects it goes on trying with a token that was refused. */
  const erred = (run: Run, reason: unknown): void => {
    if (run.state !== 'lost') return
    const error = sdkError(reason)
    if (error.code === 'authExpired' || error.code === 'authRejected') again(run, error)
  }

  const refused = (run: Run, thrown: unknown): void => {
    const error = sdkError(thrown)
    if (error.code === 'authExpired' && !run.refreshed) {
      run.refreshed = true
      return again(run, error)
    }
    if (isFinal(error) || error.code === 'authExpired' || thrown instanceof TypeError) return close(run, error)
    pause(run, error)
  }

  /** Logs in anew, at once. */
  const again = (run: Run, error: ChatError): void => {
    if (run.state === 'online') lose(run, error)
    release(run)
    void begin(run)
  }

  const pause = (run: Run, error: ChatError): void => {
    release(run)
    const ms = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** run.failures++) * (0.5 + Math.random() / 2)
    lose(run, error, Date.now() + ms)
    run.timer = setTimeout(() => {
      run.tell({ type: 'link', state: 'connecting' })
      void begin(run)
    }, ms)
  }

  const close = (run: Run, error: ChatError): void => {
    run.up.abort()
    run.tell({ type: 'closed', error })
  }

  const release = (run: Run): void => {
    const { connection } = run
    run.connection = undefined
    if (connection === undefined) return
    connection.removeEventHandler(HANDLER)
    released = host.release(connection)
  }

  const end = (run: Run): void => {
    run.stop.abort()
    run.up.abort()
    if (run.timer !== undefined) clearTimeout(run.timer)
    release(run)
    if (current === run) current = undefined
  }

  const up = (): Up => {
    const connection = current?.connection
    // The SDK would keep what is sent over a socket that has dropped, and send it later.
    if (current?.state !== 'online' || connection?.isOpened() !== true) throw chatError('offline')
    return { connection, gone: current.up.signal }
  }

  const renew = (): Promise<void> => {
    renewing ??= renewed().finally(() => {
      renewing = undefined
    })
    return renewing
  }
  const renewed = async (): Promise<void> => {
    if (host.renew === undefined) throw chatError('authExpired')
    await host.renew(up().connection)
  }

  return {
    up,
    renew,
    tell: event => current?.tell(event),
    connect: () =>
      new Observable(subscriber => {
        if (current !== undefined) {
          queueMicrotask(() => subscriber.error(chatError('conflict', { message: 'This transport has a link already.' })))
          return undefined
        }
        const run: Run = {
          tell: createOutlet(subscriber),
          stop: new AbortController(),
          connection: undefined,
          state: 'opening',
          up: new AbortController(),
          timer: undefined,
          failures: 0,
          refreshed: false,
        }
        current = run
        // Not at once: nothing may come while `subscribe` runs.
        queueMicrotask(() => void begin(run))
        return () => end(run)
      }),
  }
}

/** Nobody is helped by trying again with the same user. */
const isFinal = ({ code }: ChatError): boolean =>
  code === 'authRejected' || code === 'replacedElsewhere' || code === 'forbidden' || code === 'notFound' || code === 'invalid'
