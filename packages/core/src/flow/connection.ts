import { Subscription } from 'rxjs'
import type { Connection } from '../model/connection.ts'
import { asChatError, chatError, type ChatError } from '../model/error.ts'
import { done, failed, type Outcome } from '../model/outcome.ts'
import type { TimerHandle } from '../protocol/clock.ts'
import type { LinkEvent, ResumeToken } from '../protocol/transport.ts'
import { pauseAfter } from './backoff.ts'
import type { FlowContext } from './flowContext.ts'
import { openLink } from './link.ts'
import { onNetwork } from './onNetwork.ts'
import type { ServerClock } from './serverClock.ts'

/** Whom the connection tells. */
export interface ConnectionOptions {
  readonly serverClock: ServerClock
  /** A link is about to open, or to say what was missed: the state is still as the last link left it. */
  readonly beforeSynced: () => void
  /** The link is synced, and what came with it is in the state. */
  readonly onOnline: (continuity: 'whole' | 'gap') => void
  /** `disconnect` was called: whatever is still asked for must not come any more [CON2]. */
  readonly onDisconnect: () => void
}

export interface ConnectionFlow {
  readonly connect: () => Promise<Outcome>
  readonly disconnect: () => Promise<Outcome>
  readonly dispose: () => void
}

/** A link that isn't synced by then is lost, milliseconds. */
const syncWithinMs = 30_000

/** Keeps one link to the backend for as long as it is wanted [CON1, CON2]. */
export const createConnection = (context: FlowContext, options: ConnectionOptions): ConnectionFlow => {
  const { ingress, sink, clock, retry } = context
  let wanted = false
  let subscription: Subscription | undefined
  /** Ends the wait for the next try, or for `synced`. */
  let timer: TimerHandle | undefined
  let stopListening = (): void => {}
  let failures = 0
  let openedAt = 0
  let syncedAt = 0
  /** What the ingress was told. */
  let phase: 'none' | 'opened' | 'synced' = 'none'
  let resume: { readonly token: ResumeToken } | undefined
  let shown: Connection['state'] = 'offline'
  let waiting: ((outcome: Outcome) => void)[] = []

  const show = (connection: Connection): void => {
    shown = connection.state
    sink.change({ type: 'connection', connection })
  }

  const settle = (outcome: Outcome): void => {
    const told = waiting
    waiting = []
    for (const resolve of told) resolve(outcome)
  }

  const wait = (run: () => void, ms: number): void => {
    stopWaiting()
    timer = clock.setTimeout(() => {
      timer = undefined
      run()
    }, ms)
  }

  const stopWaiting = (): void => {
    if (timer !== undefined) clock.clearTimeout(timer)
    timer = undefined
  }

  const open = (): void => {
    stopWaiting()
    const link = new Subscription()
    subscription = link
    opening()
    if (shown !== 'connecting') show({ state: 'connecting' })
    if (link.closed) return
    openLink(context, link, resume, {
      heard: () => {
        if (shown === 'connecting') show({ state: 'syncing' })
      },
      checkpoint: token => {
        resume = { token }
      },
      link: take,
      ended: error => (error.retryable && coreReconnects() ? tryAgain(error) : close(error)),
    })
  }

  const coreReconnects = (): boolean => context.capabilities().reconnects === 'core'

  const opening = (): void => {
    openedAt = clock.now()
    hold()
    if (coreReconnects()) wait(() => tryAgain(chatError('timeout', { message: 'The link did not get synced in time.' })), syncWithinMs)
  }

  /** What comes from here on waits for `synced`. */
  const hold = (): void => {
    if (phase === 'opened') return
    lose()
    phase = 'opened'
    options.beforeSynced()
    ingress.linkOpened()
  }

  const lose = (): void => {
    if (phase !== 'none') ingress.linkLost()
    phase = 'none'
  }

  const take = (event: LinkEvent): void => {
    if (event.type === 'closed') return close(asChatError(event.error))
    if (event.type === 'synced') return synced(event)
    if (event.state === 'connecting') {
      opening()
      return show({ state: 'connecting' })
    }
    hold()
    show({
      state: 'offline',
      ...(event.retryAt !== undefined && { retryAt: event.retryAt }),
      ...(event.error !== undefined && { error: event.error }),
    })
  }

  const synced = ({ continuity, conversations, serverTime }: Extract<LinkEvent, { readonly type: 'synced' }>): void => {
    const link = subscription
    stopWaiting()
    options.beforeSynced()
    phase = 'synced'
    ingress.synced(continuity, conversations)
    ingress.flush()
    syncedAt = clock.now()
    if (serverTime !== undefined) options.serverClock.sample(serverTime, openedAt, syncedAt)
    show({ state: 'online', since: syncedAt })
    // Somebody who saw it may have disconnected.
    if (link === undefined || link.closed) return
    settle(done)
    options.onOnline(continuity)
  }

  const leave = (): void => {
    subscription?.unsubscribe()
    subscription = undefined
    stopWaiting()
    lose()
  }

  const tryAgain = (error: ChatError): void => {
    // A link that held for a moment starts the count anew; one that only ever flashes up doesn't.
    failures = phase === 'synced' && clock.now() - syncedAt >= retry.baseMs ? 1 : failures + 1
    leave()
    const delay = pauseAfter(failures, error, context)
    wait(open, delay)
    show({ state: 'offline', retryAt: clock.now() + delay, error })
  }

  const tryNow = (): void => {
    if (wanted && subscription === undefined) open()
  }

  const close = (error: ChatError): void => {
    stop()
    // It may have been the token that the backend didn't like.
    resume = undefined
    show({ state: 'closed', error })
    settle(failed(error))
  }

  const stop = (): void => {
    wanted = false
    failures = 0
    stopListening()
    stopListening = () => {}
    leave()
  }

  const cancelled = (): Outcome => failed(chatError('cancelled'))

  const connect = (): Promise<Outcome> => {
    if (context.disposed.aborted) return Promise.resolve(cancelled())
    if (phase === 'synced') return Promise.resolve(done)
    const outcome = new Promise<Outcome>(resolve => waiting.push(resolve))
    if (!wanted) {
      wanted = true
      stopListening = onNetwork(tryNow)
      show({ state: 'connecting' })
    }
    // Not at once: who connects and disconnects in one tick opens no link for nothing.
    clock.microtask(tryNow)
    return outcome
  }

  const disconnect = (): Promise<Outcome> => {
    if (context.disposed.aborted) return Promise.resolve(cancelled())
    if (!wanted) return Promise.resolve(done)
    stop()
    settle(cancelled())
    options.onDisconnect()
    ingress.flush()
    show({ state: 'offline' })
    return Promise.resolve(done)
  }

  const dispose = (): void => {
    stop()
    settle(cancelled())
  }
  context.disposed.addEventListener('abort', dispose, { once: true })

  return { connect, disconnect, dispose }
}
