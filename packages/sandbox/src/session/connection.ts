import type { ChatError, Clock, TimerHandle, UserId } from '@parlance/core'
import { chatError, isChatError } from '@parlance/core'
import type { HelloFrame, Link, Pipe, PipeListener } from '@parlance/websocket/wire'
import { createLink, createReceiver, decodeClientFrame, encodeFrame, readClientPayload, WIRE_VERSION } from '@parlance/websocket/wire'
import type { Backend } from '../backend/backend.ts'
import type { Session } from './session.ts'

export interface ConnectionOptions {
  readonly pipe: Pipe
  readonly backend: Backend
  readonly clock: Clock
  readonly heartbeatMs: number
  readonly resendMs: number
  readonly maxFrameBytes: number
  /** The session to go on with or a new one; throws a `ChatError` to refuse. */
  readonly admit: (hello: HelloFrame) => Admission
  readonly vouchedFor: UserId | undefined
  /** Something failed that isn't the client's business. */
  readonly report: (thrown: unknown) => void
  /** The pipe is gone or let go. */
  readonly left: (session: Session | undefined) => void
}

export interface Admission {
  readonly session: Session
  /** Whether it is one that goes on. */
  readonly resumed: boolean
  /** The last number of an earlier pipe. */
  readonly since: number
}

/** One client's pipe. */
export interface Connection extends PipeListener {
  /** Says goodbye until it may have been heard, then closes the pipe. */
  leave(error: ChatError): void
  /** Lets the pipe go without a word. */
  drop(): void
}

const HELLO_WITHIN_MS = 10_000
const GOODBYES = 5
/** How many frames that can't be read are put up with in a minute. */
const MAX_FAULTS = 30
const FAULTS_MS = 60_000

export const createConnection = (options: ConnectionOptions): Connection => {
  const { pipe, clock, backend, resendMs, maxFrameBytes } = options
  let session: Session | undefined
  let link: Link | undefined
  let welcome: string | undefined
  let timer: TimerHandle | undefined
  let state: 'new' | 'linked' | 'leaving' | 'gone' = 'new'
  let faults = 0
  let faultsSince = clock.now()

  const wait = (run: () => void, ms: number): void => {
    if (timer !== undefined) clock.clearTimeout(timer)
    timer = clock.setTimeout(run, ms)
  }

  const gone = (): void => {
    if (state === 'gone') return
    state = 'gone'
    if (timer !== undefined) clock.clearTimeout(timer)
    link?.stop()
    options.left(session)
  }

  const drop = (error?: ChatError): void => {
    if (state === 'gone') return
    gone()
    pipe.close(error)
  }

  const leave = (error: ChatError): void => {
    if (state === 'gone' || state === 'leaving') return
    state = 'leaving'
    link?.stop()
    const goodbye = encodeFrame({ t: 'bye', error })
    const say = (left: number): void => {
      if (left === 0) return drop(error)
      pipe.send(goodbye)
      wait(() => say(left - 1), resendMs / 4)
    }
    say(GOODBYES)
  }

  const fault = (error: ChatError): void => {
    const now = clock.now()
    if (now - faultsSince > FAULTS_MS) {
      faults = 0
      faultsSince = now
    }
    if (++faults > MAX_FAULTS) return leave(chatError('protocol', { message: 'Too many frames that can not be read.' }))
    pipe.send(encodeFrame({ t: 'fault', error }))
  }

  const greet = (hello: HelloFrame): void => {
    // It says hello again: the welcome was lost.
    if (welcome !== undefined) return pipe.send(welcome)
    if (hello.v !== WIRE_VERSION) return leave(chatError('unsupported', { message: `This server speaks version ${WIRE_VERSION}.` }))
    if (options.vouchedFor !== undefined && options.vouchedFor !== hello.user) return leave(chatError('authRejected'))
    let admitted: Admission
    try {
      admitted = options.admit(hello)
    } catch (thrown) {
      if (!isChatError(thrown)) options.report(thrown)
      return leave(isChatError(thrown) ? thrown : chatError('internal', { retryable: true }))
    }
    session = admitted.session
    if (timer !== undefined) clock.clearTimeout(timer)
    state = 'linked'
    welcome = encodeFrame({
      t: 'welcome',
      session: session.id,
      resumed: admitted.resumed,
      since: admitted.since,
      capabilities: backend.capabilities,
      serverTime: backend.now(),
      heartbeatMs: options.heartbeatMs,
      maxFrameBytes,
    })
    pipe.send(welcome)
    link = createLink({
      pipe,
      sender: session.sender,
      receiver: createReceiver(),
      clock,
      heartbeatMs: options.heartbeatMs,
      resendMs,
      asks: true,
      deliver,
      dead: () => drop(chatError('unavailable')),
    })
    session.sync()
  }

  const deliver = (data: unknown): boolean => {
    const payload = readClientPayload(data)
    if (payload.ok) session?.take(payload.value)
    else fault(payload.error)
    return state === 'linked'
  }

  wait(drop, HELLO_WITHIN_MS)
  return {
    opened() {},
    frame(text) {
      if (state === 'leaving' || state === 'gone') return
      const frame = decodeClientFrame(text, maxFrameBytes)
      if (!frame.ok) fault(frame.error)
      else if (frame.value.t === 'hello') greet(frame.value)
      else if (frame.value.t === 'data') link?.data(frame.value, text.length)
      else link?.beat(frame.value)
    },
    closed: gone,
    leave,
    drop,
  }
}
