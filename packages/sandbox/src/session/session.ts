import type { ChatError, Clock, ResumeToken, UserId } from '@parlance/core'
import { chatError, isChatError } from '@parlance/core'
import type { ClientPayload, RequestName, Requests, Sender, ServerPayload } from '@parlance/websocket/wire'
import {
  createSender,
  DATA_OVERHEAD,
  encodePayload,
  isLonger,
  isRequestName,
  MAX_FRAME_TO_CLIENT,
  readRequest,
} from '@parlance/websocket/wire'
import type { Backend, BackendSession, Delivery } from '../backend/backend.ts'
import { factPayloads } from './factPayloads.ts'

export interface SessionOptions {
  readonly id: string
  readonly user: UserId
  readonly device: string
  /** Absent: whoever opened the pipe vouches for the user. */
  readonly credential: string | undefined
  readonly resume: ResumeToken | undefined
  readonly backend: Backend
  readonly clock: Clock
  readonly resendMs: number
  /** Most characters that wait for the client, besides what it had missed when it came. */
  readonly maxQueueLength: number
  /** The session is over: the backend said so, or the client doesn't take what is sent. */
  readonly ended: (error: ChatError) => void
  /** Something failed that isn't the client's business. */
  readonly report: (thrown: unknown) => void
}

/** One device's talk with the backend: outlives its pipe, and goes on where it stopped. */
export interface Session {
  readonly id: string
  readonly user: UserId
  readonly device: string
  readonly sender: Sender
  /** Frames that the client hasn't confirmed, and facts that haven't become one. */
  readonly unconfirmed: number
  /** Says that the facts before are complete, or what was missed. */
  sync(): void
  take(payload: ClientPayload): void
  /** There is no pipe: the backend keeps what happens from now on. */
  pause(): void
  /** There is one again. Gives back the number after which frames are meant for it. Throws the `ChatError` with which the backend refuses. */
  resume(credential: string | undefined): number
  end(): void
}

/** Attaches a device to the backend; throws the `ChatError` with which the backend refuses. */
export const createSession = (options: SessionOptions): Session => {
  const { id, user, device, backend, clock } = options
  const sender = createSender({ clock, resendMs: options.resendMs })
  let credential = options.credential
  let token = options.resume
  let attached: BackendSession | undefined
  let batch: Delivery[] = []
  let maxLength = Infinity
  let over = false
  let expired = false
  /** A gap that the client hasn't been told of: a token given before would hide it. */
  let gap = false

  const post = (payload: string): void => {
    if (over) return
    if (sender.length > maxLength) fail(chatError('unavailable', { message: 'Too much waited for this client.' }))
    else sender.send(payload)
  }
  const say = (payload: ServerPayload): void => {
    post(encodePayload(payload))
  }

  const postFacts = (deliveries: readonly Delivery[]): void => {
    const payloads = factPayloads(deliveries, number => {
      if (backend.capabilities.resume) token = attached?.token(number)
      return gap ? undefined : token
    })
    for (const payload of payloads) post(payload)
  }

  const flush = (): void => {
    const deliveries = batch
    batch = []
    if (!over) postFacts(deliveries)
  }

  /** Takes a seat at the backend, after the last token, in place of the one there was; what was missed follows. */
  const attach = (): void => {
    const before = attached
    const seat: { taken?: BackendSession; refusal?: ChatError } = {}
    const isStale = (): boolean => over || (seat.taken !== undefined && seat.taken !== attached)
    // The backend may end the seat before: that isn't news.
    attached = undefined
    try {
      seat.taken = backend.attach({
        user,
        device,
        ...(credential !== undefined && { credential }),
        ...(token !== undefined && { resume: token }),
        deliver(delivery) {
          if (isStale()) return
          if (batch.length === 0) clock.microtask(flush)
          batch.push(delivery)
        },
        ended(error) {
          if (seat.taken === undefined) seat.refusal = error
          else if (!isStale()) backendEnded(error)
        },
      })
    } catch (thrown) {
      attached = before
      throw thrown
    }
    before?.detach()
    if (seat.refusal !== undefined) throw seat.refusal
    attached = seat.taken
    expired = false
    gap = attached.continuity === 'gap'
    if (gap) token = undefined
    const early = batch
    batch = []
    // What waits from before doesn't count against the client: it is bounded by what the backend keeps.
    maxLength = Infinity
    postFacts(attached.missed)
    maxLength = options.maxQueueLength + sender.length
    batch = early
  }

  const backendEnded = (error: ChatError): void => {
    flush()
    if (error.code === 'authExpired') {
      expired = true
      say({ t: 'expired' })
    } else fail(error)
  }

  const end = (): void => {
    if (over) return
    over = true
    batch = []
    sender.pause()
    attached?.detach()
  }

  const fail = (error: ChatError): void => {
    end()
    options.ended(error)
  }

  const sync = (): void => {
    flush()
    const conversations = gap ? attached?.conversations : undefined
    const continuity = gap ? 'gap' : 'whole'
    gap = false
    say({
      t: 'synced',
      continuity,
      ...(conversations !== undefined && { conversations }),
      ...(backend.capabilities.serverTime && { serverTime: backend.now() }),
      ...(token !== undefined && { token }),
    })
  }

  const renew = (fresh: string): void => {
    flush()
    if (over) return
    if (credential !== undefined) credential = fresh
    try {
      attach()
    } catch (thrown) {
      fail(refusalOf(thrown))
      return
    }
    say({ t: 'renewed' })
    if (gap) sync()
  }

  const refusalOf = (thrown: unknown): ChatError => {
    if (isChatError(thrown)) return thrown
    options.report(thrown)
    return chatError('internal')
  }

  const carryOut = <Name extends RequestName>(name: Name, raw: unknown): Requests[Name]['answer'] => {
    const args = readRequest(name, raw)
    if (!args.ok) throw args.error
    if (attached === undefined) throw chatError('unavailable', { effect: 'none' })
    return attached.request(name, args.value)
  }

  const answer = (requestId: number, name: string, args: unknown): void => {
    let text: string
    try {
      if (expired) throw chatError('authExpired')
      if (!isRequestName(name)) throw chatError('unsupported', { message: 'This server does not know the request.' })
      text = encodePayload({ t: 'answer', id: requestId, value: carryOut(name, args) })
      if (isLonger(text, MAX_FRAME_TO_CLIENT - DATA_OVERHEAD)) throw chatError('tooLarge', { limit: MAX_FRAME_TO_CLIENT, effect: 'done' })
    } catch (thrown) {
      text = encodePayload({ t: 'refusal', id: requestId, error: refusalOf(thrown) })
    }
    // What the request brought about comes before its answer.
    flush()
    post(text)
  }

  attach()

  return {
    id,
    user,
    device,
    sender,
    get unconfirmed() {
      return sender.unconfirmed + (batch.length > 0 ? 1 : 0)
    },
    sync,
    take(payload) {
      if (over) return
      if (payload.t === 'request') answer(payload.id, payload.name, payload.args)
      else renew(payload.token)
    },
    pause() {
      flush()
      sender.pause()
      attached?.detach()
      attached = undefined
    },
    resume(fresh) {
      flush()
      if (over) throw chatError('unavailable')
      credential = fresh
      const { promised } = sender
      attach()
      return promised
    },
    end,
  }
}
