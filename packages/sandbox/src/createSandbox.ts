import type { ResumeToken, TransportEvent, UserId } from '@parlance/core'
import type { AskCredentials, OpenPipe, SessionTransport } from '@parlance/websocket'
import { createSessionTransport } from '@parlance/websocket'
import { systemClock } from '@parlance/websocket/wire'
import { Observable } from 'rxjs'
import type { BackendOptions } from './backend/backendOptions.ts'
import type { SandboxBackend } from './backend/createBackend.ts'
import { createBackend } from './backend/createBackend.ts'
import type { Refusal } from './backend/refusals.ts'
import { disorderly } from './link/disorder.ts'
import { memoryPipe } from './link/memoryPipe.ts'
import type { Faults } from './link/network.ts'
import { createNetwork } from './link/network.ts'
import type { Watched } from './link/quiet.ts'
import { createQuiet } from './link/quiet.ts'
import { seededRandom } from './link/seededRandom.ts'
import type { SessionServer } from './session/serveSession.ts'
import { serveSession } from './session/serveSession.ts'

export interface SandboxOptions extends BackendOptions {
  /** `facts`: transports hand facts on out of order, which no transport may; only to try reducers. */
  readonly disorder?: 'facts'
  /** Hears what the backend threw that is no `ChatError`; whoever asked got `internal`. */
  readonly report?: (thrown: unknown) => void
}

export interface SandboxTransportOptions {
  /** Names the device: a second transport with the same name takes the place of the first. Default: each transport is a device of its own. */
  readonly device?: string
  /** Default: the user's own, and a fresh one when it has expired. */
  readonly credential?: string | AskCredentials
}

export interface Sandbox {
  /** The server, for whoever runs it: members, blocks, policies, scripted users, a look inside. */
  readonly backend: SandboxBackend
  readonly faults: Faults
  /** Sessions for clients from elsewhere, over WebSocket for instance. Their links have the same faults, and `quiet` waits for them. */
  readonly sessions: SessionServer
  /** A client's transport, linked in memory. Throws a `TypeError` for a user who isn't there. */
  transport(user: UserId, options?: SandboxTransportOptions): SessionTransport
  /** A user's credential now. */
  token(user: UserId): string
  /** Lets coming requests run into an error; the function it gives back takes that back. */
  refuse(refusal: Refusal): () => void
  /** Has `quiet` wait for a chat too, until the function it gives back is called. */
  watch(chat: Watched): () => void
  /**
   * Resolves when no frame is on its way or will be sent again, every link that is open is synced, and every watched chat is idle. It
   * waits for nobody who is cut off. It needs no time of its own, but what it waits for does: frames take their latency and lost ones
   * are sent again after some hundred milliseconds. On a clock that stands still, let it move on:
   * `const quiet = sandbox.quiet(); await clock.advance(10_000); await quiet`.
   */
  quiet(): Promise<void>
  /** Ends all links, and releases the object URLs of files. */
  dispose(): void
}

/** Journeys in memory are short: what was lost needn't wait a second. */
const RESEND_MS = 250

/**
 * A whole chat backend in memory with a network in front of it that is as bad as you like: for tests, demos and work without a server.
 * What it does is decided by the seed, the clock and the script alone. Its clients speak the same wire as those over WebSocket.
 * @example
 * const sandbox = createSandbox({ users: ['alice', 'bob'], groups: [{ id: '42', title: 'Friends', owner: 'alice', members: ['bob'] }] })
 * const chat = createChat({ transport: sandbox.transport('alice') })
 * sandbox.watch(chat)
 * await chat.connect()
 * sandbox.faults.set('all', { latencyMs: 50, loss: 0.2, duplicate: 0.2, reorder: 0.2 })
 * sandbox.backend.post('bob', group('42'), 'hello')
 * await sandbox.quiet()
 */
export const createSandbox = (options: SandboxOptions): Sandbox => {
  const { clock = systemClock(), seed = 'parlance', disorder, report } = options
  const backend = createBackend({ ...options, clock })
  const links = new Set<ClientLink>()
  let streams = 0
  let heldBack = 0
  const random = (what: string, user?: UserId): (() => number) => seededRandom([seed, what, user ?? null, ++streams])

  const server = serveSession({ backend, clock, resendMs: RESEND_MS, ...(report !== undefined && { report }) })
  const network = createNetwork({
    clock,
    random: user => random('link', user),
    users: () => backend.users(),
    accept: pipe => server.accept(pipe),
    forgetSessions: () => server.close(),
    moved: () => quiet.moved(),
  })
  const quiet = createQuiet({
    isCut: user => network.isCut(user),
    still: () =>
      network.flying === 0 &&
      heldBack === 0 &&
      server.unconfirmed === 0 &&
      [...links].every(({ user, synced, transport }) => network.isCut(user) || (synced && transport.unconfirmed === 0)),
  })
  const sessions: SessionServer = {
    accept: (pipe, vouchedFor) => network.accept(pipe, vouchedFor),
    get unconfirmed() {
      return server.unconfirmed
    },
    get sessions() {
      return server.sessions
    },
    close: error => server.close(error),
  }

  const openFor =
    (user: UserId): OpenPipe =>
    listener =>
      memoryPipe(clock, end => network.accept(end, user))({
        ...listener,
        opened: () => listener.opened(),
        frame(text) {
          listener.frame(text)
          quiet.moved()
        },
        closed: error => listener.closed(error),
      })

  const connectAs = (
    user: UserId,
    transport: SessionTransport,
    resume: { readonly resume?: ResumeToken } | undefined,
  ): Observable<TransportEvent> =>
    new Observable(subscriber => {
      const link: ClientLink = { user, transport, synced: false }
      links.add(link)
      const subscription = transport.connect(resume).subscribe({
        next(event) {
          if (event.type === 'synced') link.synced = true
          subscriber.next(event)
        },
        error: error => subscriber.error(error),
        complete: () => subscriber.complete(),
      })
      return () => {
        links.delete(link)
        subscription.unsubscribe()
        quiet.moved()
      }
    })

  const held = (change: 1 | -1): void => {
    heldBack += change
    quiet.moved()
  }

  return {
    backend,
    faults: network.faults,
    sessions,
    transport(user, { device, credential } = {}) {
      const token = backend.token(user)
      const transport = createSessionTransport({
        name: 'sandbox',
        self: user,
        open: openFor(user),
        credentials: typeof credential === 'function' ? credential : why => credential ?? (why === 'first' ? token : backend.token(user)),
        device: device ?? `device-${++streams}`,
        clock,
        random: random('transport', user),
        capabilities: backend.capabilities,
        timeouts: { resendMs: RESEND_MS },
      })
      const hold = { clock, random: random('disorder', user), held }
      return {
        ...transport,
        get capabilities() {
          return transport.capabilities
        },
        get unconfirmed() {
          return transport.unconfirmed
        },
        connect(resume) {
          const events = connectAs(user, transport, resume)
          return disorder === 'facts' ? disorderly(events, hold) : events
        },
      }
    },
    token: user => backend.token(user),
    refuse: refusal => backend.refuse(refusal),
    watch: chat => quiet.watch(chat),
    quiet: () => quiet.quiet(),
    dispose() {
      server.close()
      backend.dispose()
    },
  }
}

/** A subscribed transport. */
interface ClientLink {
  readonly user: UserId
  readonly transport: SessionTransport
  synced: boolean
}
