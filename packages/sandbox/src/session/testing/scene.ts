import type { ChatError, Fact, ResumeToken, TransportEvent, UserId } from '@parlance/core'
import { group, isChatError } from '@parlance/core'
import type { TestClock } from '@parlance/core/testing'
import { testClock } from '@parlance/core/testing'
import type { SessionTransport, SessionTransportOptions } from '@parlance/websocket'
import { createSessionTransport } from '@parlance/websocket'
import type { Subscription } from 'rxjs'
import type { ServeSessionOptions, SessionServer } from '../serveSession.ts'
import { serveSession } from '../serveSession.ts'
import type { LossyPipes } from './lossyPipes.ts'
import { lossyPipes } from './lossyPipes.ts'
import type { TinyBackend } from './tinyBackend.ts'
import { tinyBackend } from './tinyBackend.ts'

/** A client of the scene, and what came to it. */
export interface Client {
  readonly transport: SessionTransport
  readonly events: TransportEvent[]
  readonly errors: ChatError[]
  completed: boolean
  /** The last checkpoint. */
  token: ResumeToken | undefined
  /** Subscribes; from the last checkpoint unless told otherwise. */
  connect(options?: { readonly resume?: ResumeToken }): void
  disconnect(): void
  /** Ids of the messages that came. */
  messages(): readonly (string | undefined)[]
  types(): readonly string[]
}

export interface Scene {
  readonly clock: TestClock
  readonly backend: TinyBackend
  readonly server: SessionServer
  readonly pipes: LossyPipes
  client(user?: UserId, options?: Partial<SessionTransportOptions>): Client
}

/** The same numbers for the same seed. */
export const seeded = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

/** A message fact with this number as its id. */
export const fact = (n: number): Fact => ({
  type: 'message',
  origin: 'live',
  message: { conversation: group('1'), from: 'bob', id: `m${n}`, body: { type: 'text', text: `${n}` } },
})

export const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `m${index + 1}`)

/** A backend of a few lines, served to clients over pipes that do what they are told. */
export const createScene = ({ seed = 1, ...options }: Partial<ServeSessionOptions> & { readonly seed?: number } = {}): Scene => {
  const clock = testClock()
  const backend = tinyBackend(clock)
  const server = serveSession({ backend, clock, ...options })
  const pipes = lossyPipes(clock, seeded(seed), pipe => server.accept(pipe))

  return {
    clock,
    backend,
    server,
    pipes,
    client(user = 'alice', more = {}) {
      const transport = createSessionTransport({ name: 'test', self: user, open: pipes.open, credentials: () => user, clock, ...more })
      let subscription: Subscription | undefined
      const client: Client = {
        transport,
        events: [],
        errors: [],
        completed: false,
        token: undefined,
        connect(resume = client.token === undefined ? {} : { resume: client.token }) {
          subscription = transport.connect(resume).subscribe({
            next(event) {
              client.events.push(event)
              if (event.type === 'checkpoint') client.token = event.token
            },
            error(error) {
              if (!isChatError(error)) throw error
              client.errors.push(error)
            },
            complete() {
              client.completed = true
            },
          })
        },
        disconnect: () => subscription?.unsubscribe(),
        messages: () => client.events.flatMap(event => (event.type === 'message' ? [event.message.id] : [])),
        types: () => client.events.map(({ type }) => type),
      }
      return client
    },
  }
}

/** What a promise came to: its value, or the code and effect of its error. */
export const settled = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.catch((error: unknown) => (isChatError(error) ? `${error.code} ${error.effect}` : error))
