import type { ChatError, Clock, TimerHandle, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { HelloFrame, Pipe, PipeListener } from '@parlance/websocket/wire'
import { MAX_FRAME_TO_SERVER, systemClock } from '@parlance/websocket/wire'
import type { Backend } from '../backend/backend.ts'
import type { Admission, Connection } from './connection.ts'
import { createConnection } from './connection.ts'
import type { Session } from './session.ts'
import { createSession } from './session.ts'

export interface ServeSessionOptions {
  readonly backend: Backend
  /** The machine's, unless given. */
  readonly clock?: Clock
  /** How often either side says that it is there; three times that without a word, and the link is dead. 10 000 ms. */
  readonly heartbeatMs?: number
  /** How long a session whose link was cut waits for its client, with the frames on their way. 60 000 ms. */
  readonly graceMs?: number
  /** Until an unconfirmed frame is sent again. 1 000 ms, doubling up to eightfold. */
  readonly resendMs?: number
  /** Most bytes of a frame from a client. 1 MiB. */
  readonly maxFrameBytes?: number
  /** Most characters that wait for one client; beyond that its session is dropped. 4 Mi. */
  readonly maxQueueLength?: number
  /** Most sessions that wait for their client; the one that has waited longest goes first. 256. */
  readonly maxWaiting?: number
  /** Hears of what failed without being anybody's fault outside: a backend that threw something other than a `ChatError`. */
  readonly report?: (thrown: unknown) => void
}

/** Sessions of a backend, over whatever pipes are brought. */
export interface SessionServer {
  /**
   * Takes a pipe on; what comes through it goes to the listener given back. `vouchedFor`: the user is known already, and the
   * credential in `hello` isn't looked at.
   */
  accept(pipe: Pipe, vouchedFor?: UserId): PipeListener
  /** Frames on their way to clients that are linked, not confirmed yet. */
  readonly unconfirmed: number
  /** Sessions, linked or waiting for their client. */
  readonly sessions: number
  /** Says goodbye to every client and forgets every session; `unavailable` unless another error is given. New pipes are taken as before. */
  close(error?: ChatError): void
}

interface Place {
  readonly session: Session
  connection: Connection | undefined
  grace?: TimerHandle
}

/**
 * The server's side of the wire: says who may come in, keeps sessions over cuts, hands requests to the backend and its facts to
 * the clients.
 * @example
 * const server = serveSession({ backend, clock })
 * const listener = server.accept(pipe)
 */
export const serveSession = (options: ServeSessionOptions): SessionServer => {
  const { backend, clock = systemClock(), heartbeatMs = 10_000, graceMs = 60_000, resendMs = 1_000 } = options
  const { maxFrameBytes = MAX_FRAME_TO_SERVER, maxQueueLength = 4 * 1024 * 1024, maxWaiting = 256, report = () => {} } = options
  const places = new Map<string, Place>()
  const connections = new Set<Connection>()

  const remove = (place: Place): void => {
    if (place.grace !== undefined) clock.clearTimeout(place.grace)
    places.delete(place.session.id)
    place.session.end()
  }

  const wait = (place: Place): void => {
    place.connection = undefined
    place.session.pause()
    // The last facts may have been too much for it.
    if (!places.has(place.session.id)) return
    place.grace = clock.setTimeout(() => remove(place), graceMs)
    // Maps keep their order: the first to have begun to wait comes first.
    places.delete(place.session.id)
    places.set(place.session.id, place)
    const waiting = [...places.values()].filter(({ connection }) => connection === undefined)
    for (const oldest of waiting.slice(0, Math.max(0, waiting.length - maxWaiting))) remove(oldest)
  }

  const goOn = (
    { session: id, user, device, received, token }: HelloFrame,
    connection: Connection,
    vouched: boolean,
  ): Admission | undefined => {
    const place = id === undefined ? undefined : places.get(id)
    if (place === undefined || received === undefined) return undefined
    const { session } = place
    if (session.user !== user || session.device !== device || !session.sender.reaches(received)) return undefined
    const since = session.resume(vouched ? undefined : token)
    session.sender.confirm(received)
    const before = place.connection
    place.connection = connection
    before?.drop()
    if (place.grace !== undefined) clock.clearTimeout(place.grace)
    return { session, resumed: true, since }
  }

  const begin = (hello: HelloFrame, connection: Connection, vouched: boolean): Admission => {
    const { user, device, token, resume } = hello
    const older = [...places.values()].filter(({ session }) => session.user === user && session.device === device)
    const session = createSession({
      id: newSessionId(),
      user,
      device,
      credential: vouched ? undefined : token,
      resume,
      backend,
      clock,
      resendMs,
      maxQueueLength,
      ended(error) {
        const place = places.get(session.id)
        if (place === undefined) return
        remove(place)
        place.connection?.leave(error)
      },
      report,
    })
    // Only now: whoever isn't let in doesn't push anybody out.
    for (const place of older) {
      remove(place)
      place.connection?.leave(chatError('replacedElsewhere'))
    }
    places.set(session.id, { session, connection })
    return { session, resumed: false, since: 0 }
  }

  return {
    accept(pipe, vouchedFor) {
      const vouched = vouchedFor !== undefined
      const connection = createConnection({
        pipe,
        backend,
        clock,
        heartbeatMs,
        resendMs,
        maxFrameBytes,
        vouchedFor,
        admit: hello => goOn(hello, connection, vouched) ?? begin(hello, connection, vouched),
        report,
        left(session) {
          connections.delete(connection)
          const place = session === undefined ? undefined : places.get(session.id)
          if (place?.connection === connection) wait(place)
        },
      })
      connections.add(connection)
      return connection
    },
    get unconfirmed() {
      let frames = 0
      for (const { session, connection } of places.values()) if (connection !== undefined) frames += session.unconfirmed
      return frames
    },
    get sessions() {
      return places.size
    },
    close(error = chatError('unavailable', { message: 'The server goes down.' })) {
      for (const place of [...places.values()]) remove(place)
      for (const connection of [...connections]) connection.leave(error)
    },
  }
}

/** 128 random bits: whoever names a session may go on with it. */
const newSessionId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
