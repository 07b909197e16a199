import type { ChatError, ErrorCode, TransportEvent } from '@parlance/core'
import { chatError } from '@parlance/core'
import { Observable, observeOn, queueScheduler } from 'rxjs'
import { sdkError } from '../errors.ts'
import { said } from '../said.ts'
import type { SdkConnection } from '../sdk/connection.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { forgetQueues } from '../sdk/internals.ts'
import { guarded } from './guarded.ts'
import type { ConnectionHost } from './host.ts'
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
  /** Runs what may throw at something that came: then it couldn't be read. */
  readonly attempt: (run: () => void, original: unknown, event?: string) => void
  /** Asks for a fresh token, once for all who ask meanwhile. */
  readonly renew: () => Promise<void>
}

/** The adapter's one handler at the SDK. */
const HANDLER = 'parlance'
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000

interface Run {
  readonly tell: (event: TransportEvent) => void
  readonly complete: () => void
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

  const tell = (event: TransportEvent): void => current?.tell(event)

  const attempt: Link['attempt'] = (run, original, event = 'message') => {
    try {
      run()
    } catch (cause) {
      tell({ type: 'fault', error: chatError('protocol', { message: event, cause: original ?? cause }) })
    }
  }

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
      if (!isOver(run)) failed(run, thrown)
    }
  }

  const handlerOf = (run: Run, connection: SdkConnection): SdkHandler => {
    const own: SdkHandler = {
      onConnected: () => online(run),
      onReconnecting: () => lose(run, chatError('unavailable')),
      onDisconnected(reason) {
        // What comes of a login is said by `open` itself.
        if (run.state !== 'opening') failed(run, reason ?? chatError('unavailable'))
      },
      onError(reason) {
        // While the SDK reconnects it goes on trying with a token that was refused.
        const { code } = sdkError(reason)
        if (run.state === 'lost' && (code === 'authExpired' || code === 'authRejected')) failed(run, chatError('authExpired'))
      },
      onTokenWillExpire: () => void renew().catch(() => {}),
      onTokenExpired: () => failed(run, chatError('authExpired')),
    }
    // What throws in one handler would keep the SDK's event from all others.
    return guarded({ ...events(), ...own }, (event, handle, payload) => {
      if (run.connection === connection && !isOver(run)) attempt(handle, payload, event)
    })
  }

  const online = (run: Run): void => {
    if (run.state === 'online') return
    run.state = 'online'
    run.failures = 0
    run.refreshed = false
    run.up = new AbortController()
    if (run.connection !== undefined) run.up.signal.addEventListener('abort', startPulse(run.connection, pulseMs))
    // The SDK says nothing of what was missed, and keeps no place.
    run.tell({ type: 'synced', continuity: 'gap' })
  }

  const lose = (run: Run, error: ChatError, retryAt?: number): void => {
    if (run.state === 'lost' && retryAt === undefined) return
    run.state = 'lost'
    run.up.abort()
    if (run.connection !== undefined) forgetQueues(run.connection)
    run.tell(said({ type: 'link', state: 'lost', error, retryAt }))
  }

  /** Logs in anew with a fresh token if it was that, at once, once; ends what can't be mended, and tries again in a while otherwise. */
  const failed = (run: Run, thrown: unknown): void => {
    const error = sdkError(thrown)
    if (error.code === 'authExpired' && !run.refreshed) {
      run.refreshed = true
      again(run, error, 0)
    } else if (final.includes(error.code) || thrown instanceof TypeError) close(run, error)
    else again(run, error, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** run.failures++) * (0.5 + Math.random() / 2))
  }

  const again = (run: Run, error: ChatError, ms: number): void => {
    release(run)
    if (ms > 0) lose(run, error, Date.now() + ms)
    else if (run.state === 'online') lose(run, error)
    clearTimeout(run.timer)
    run.timer = setTimeout(() => {
      if (ms > 0) run.tell({ type: 'link', state: 'connecting' })
      void begin(run)
    }, ms)
  }

  const close = (run: Run, error: ChatError): void => {
    run.up.abort()
    run.tell({ type: 'closed', error })
    run.complete()
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
    clearTimeout(run.timer)
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
    tell,
    attempt,
    connect: () =>
      new Observable<TransportEvent>(subscriber => {
        if (current !== undefined) {
          queueMicrotask(() => subscriber.error(chatError('conflict')))
          return undefined
        }
        const run: Run = {
          tell: event => subscriber.next(event),
          complete: () => subscriber.complete(),
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
        // One at a time, also if handing one over brings the next.
      }).pipe(observeOn(queueScheduler)),
  }
}

/** Nobody is helped by trying again with the same user. */
const final: readonly ErrorCode[] = ['authRejected', 'authExpired', 'replacedElsewhere', 'forbidden', 'notFound', 'invalid']
