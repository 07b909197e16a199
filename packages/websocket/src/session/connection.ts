import type { Capabilities, ChatError, Clock, ResumeToken, TimerHandle, TransportEvent, UserId } from '@parlance/core'
import { asChatError, chatError } from '@parlance/core'
import type { Link } from '../wire/channel/link.ts'
import { createLink } from '../wire/channel/link.ts'
import { createSender } from '../wire/channel/sender.ts'
import { decodeServerFrame, encodeFrame, encodePayload } from '../wire/codec.ts'
import type { WelcomeFrame } from '../wire/frames.ts'
import { MAX_FRAME_TO_CLIENT, WIRE_VERSION } from '../wire/limits.ts'
import type { OpenPipe, Pipe } from '../wire/pipe.ts'
import type { Credentials } from './credentials.ts'
import { createInbox } from './inbox.ts'
import type { SessionMemory } from './memory.ts'
import type { PendingRequests } from './requests.ts'

export interface ConnectionOptions {
  readonly self: UserId
  readonly device: string
  readonly open: OpenPipe
  readonly clock: Clock
  readonly connectMs: number
  readonly resendMs: number
  readonly credentials: Credentials
  readonly memory: SessionMemory
  readonly requests: PendingRequests
  readonly resume: ResumeToken | undefined
  /** Where events go; none after the first `failed` or `finished`, nor after `stop`. */
  readonly next: (event: TransportEvent) => void
  readonly failed: (error: ChatError) => void
  readonly finished: () => void
  readonly welcomed: (capabilities: Capabilities) => void
}

export interface Connection {
  /** Frames that the server hasn't confirmed. */
  readonly unconfirmed: number
  stop(): void
}

/** One subscription's life: credential, pipe, `hello` until it is answered, then the channel, until the link is lost or final. */
export const openConnection = (options: ConnectionOptions): Connection => {
  const { clock, resendMs, credentials, memory, requests, resume, next } = options
  const sender = createSender({ clock, resendMs })
  const continuing = memory.continues(resume)
  let pipe: Pipe | undefined
  let link: Link | undefined
  let greeting: TimerHandle | undefined
  let patience: TimerHandle | undefined
  let askedAgain = false
  let renewing = false
  let stopped = false

  const clearTimer = (timer: TimerHandle | undefined): void => {
    if (timer !== undefined) clock.clearTimeout(timer)
  }

  const letGo = (): void => {
    clearTimer(greeting)
    clearTimer(patience)
    const left = pipe
    pipe = undefined
    left?.close()
  }

  const stop = (): void => {
    if (stopped) return
    stopped = true
    link?.stop()
    letGo()
    requests.cut()
  }

  const fail = (error: ChatError): void => {
    if (stopped) return
    stop()
    options.failed(error)
  }

  /** The server's last word, or the application's about its credentials. */
  const end = (error: ChatError): void => {
    if (stopped) return
    if (error.code === 'authExpired' && link === undefined && !askedAgain) {
      askedAgain = true
      letGo()
      connectWith(credentials.renewed())
    } else if (error.retryable) fail(error)
    else {
      if (error.code === 'authRejected') credentials.forget()
      stop()
      next({ type: 'closed', error })
      options.finished()
    }
  }

  const report = (error: ChatError): void => {
    if (!stopped) next({ type: 'fault', error })
  }

  const connectWith = (credential: Promise<string>): void => {
    credential.then(
      token => {
        if (!stopped) openWith(token)
      },
      (thrown: unknown) => end(asChatError(thrown, 'unavailable')),
    )
  }

  const openWith = (token: string): void => {
    // A late word of a pipe that was let go means nothing.
    let mine: Pipe | undefined
    const current = (): boolean => pipe !== undefined && pipe === mine
    const hello = encodeFrame({
      t: 'hello',
      v: WIRE_VERSION,
      user: options.self,
      token,
      device: options.device,
      ...(memory.session !== undefined && { session: memory.session }),
      ...(continuing && { received: memory.receiver.received }),
      ...(resume !== undefined && { resume }),
    })
    const greet = (): void => {
      pipe?.send(hello)
      greeting = clock.setTimeout(greet, resendMs)
    }
    patience = clock.setTimeout(() => fail(chatError('unavailable', { message: 'The server did not answer in time.' })), options.connectMs)
    try {
      mine = options.open({
        opened: () => {
          if (current()) greet()
        },
        frame: text => {
          if (current()) takeFrame(text)
        },
        closed: error => {
          if (current()) fail(error ?? chatError('unavailable', { message: 'The connection is gone.' }))
        },
      })
      pipe = mine
    } catch (thrown) {
      // Nothing is emitted while `subscribe` runs: a credential was awaited before.
      end(asChatError(thrown, 'invalid'))
    }
  }

  const takeFrame = (text: string): void => {
    const reading = decodeServerFrame(text, MAX_FRAME_TO_CLIENT)
    if (!reading.ok) return report(reading.error)
    const frame = reading.value
    switch (frame.t) {
      case 'welcome':
        return welcome(frame)
      case 'bye':
        return end(frame.error)
      case 'fault':
        return report(frame.error)
      case 'data':
        return link?.data(frame, text.length)
      case 'beat':
        return link?.beat(frame)
    }
  }

  const welcome = (frame: WelcomeFrame): void => {
    if (link !== undefined || pipe === undefined) return
    clearTimer(greeting)
    clearTimer(patience)
    if (!frame.resumed) memory.begin(frame.session, resume)
    else if (!continuing)
      return fail(chatError('protocol', { retryable: true, message: 'The server goes on with a session that nobody asked for.' }))
    link = createLink({
      pipe,
      sender,
      receiver: memory.receiver,
      clock,
      heartbeatMs: frame.heartbeatMs,
      resendMs,
      asks: false,
      deliver: (data, number) => inbox(data, number <= frame.since) && !stopped,
      dead: () => fail(chatError('unavailable', { message: 'Nothing was heard from the server.' })),
    })
    requests.open({ sender, maxFrameBytes: frame.maxFrameBytes, renew, report })
    options.welcomed(frame.capabilities)
  }

  const renew = (): void => {
    if (renewing) return
    renewing = true
    credentials.renewed().then(
      token => {
        if (!stopped) sender.send(encodePayload({ t: 'renew', token }))
      },
      (thrown: unknown) => end(asChatError(thrown, 'authExpired')),
    )
  }

  const inbox = createInbox({
    memory,
    requests,
    emit(event) {
      if (!stopped) next(event)
      return !stopped
    },
    report,
    expired: renew,
    renewed() {
      renewing = false
      requests.renewed()
    },
  })

  connectWith(credentials.current())

  return {
    get unconfirmed() {
      return sender.unconfirmed
    },
    stop,
  }
}
