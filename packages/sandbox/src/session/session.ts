import type { ChatError, Clock, ResumeToken, UserId } from '@parlance/core'
import { asChatError, chatError, isChatError } from '@parlance/core'
import type { ClientPayload, RequestName, Sender, ServerPayload } from '@parlance/websocket/wire'
import {
  createSender,
  DATA_OVERHEAD,
  encodeFacts,
  encodePayload,
  isRequestName,
  MAX_FRAME_TO_CLIENT,
  read,
  requestSchemas,
} from '@parlance/websocket/wire'
import type { Backend, BackendSession, Delivery } from '../backend/backend.ts'

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
  /** Most characters that wait for the client. */
  readonly maxQueueLength: number
  /** The session is over: the backend said so, or the client doesn't take what is sent. */
  readonly ended: (error: ChatError) => void
  /** Something failed that isn't the client's business. */
  readonly report: (thrown: unknown) => void
}

/** One device's talk with the backend: outlives the pipe by the grace time. */
export interface Session {
  readonly id: string
  readonly user: UserId
  readonly device: string
  readonly credential: string | undefined
  readonly sender: Sender
  /** Frames that the client hasn't confirmed, and facts that haven't become one. */
  readonly unconfirmed: number
  /** Says that everything sent before is all there is to know. */
  sync(continuity?: 'whole' | 'gap'): void
  take(payload: ClientPayload): void
  end(): void
}

/** Characters of facts that go into one frame. */
const FACTS_PER_FRAME = 65_536

/** Attaches a device to the backend; throws the `ChatError` with which the backend refuses. */
export const createSession = (options: SessionOptions): Session => {
  const { id, user, device, backend, clock } = options
  const sender = createSender({ clock, resendMs: options.resendMs })
  let credential = options.credential
  let token = options.resume
  let batch: Delivery[] = []
  let over = false
  let expired = false
  let synced = false
  let attached: BackendSession
  let maxLength = options.maxQueueLength

  const end = (): void => {
    if (over) return
    over = true
    sender.pause()
    batch = []
    attached.detach()
  }

  const post = (payload: string): void => {
    if (over) return
    if (sender.length > maxLength) {
      end()
      options.ended(chatError('unavailable', { message: 'Too much waited for this client.' }))
    } else sender.send(payload)
  }
  const say = (payload: ServerPayload): void => post(encodePayload(payload))

  /** Sends facts as frames, as many in one as fit. Until `synced` a session with a gap has no token: it would hide the gap. */
  const postFacts = (deliveries: readonly Delivery[]): void => {
    let texts: string[] = []
    let length = 0
    deliveries.forEach(({ fact, number }, index) => {
      const text = JSON.stringify(fact)
      texts.push(text)
      length += text.length
      if (length < FACTS_PER_FRAME && index < deliveries.length - 1) return
      if (synced || attached.continuity === 'whole') token = attached.token(number)
      post(encodeFacts(texts, synced || attached.continuity === 'whole' ? token : undefined))
      texts = []
      length = 0
    })
  }

  const flush = (): void => {
    const deliveries = batch
    batch = []
    if (!over) postFacts(deliveries)
  }

  const attach = (resume: ResumeToken | undefined): BackendSession => {
    let mine: BackendSession | undefined
    let refusal: ChatError | undefined
    const session = backend.attach({
      user,
      device,
      ...(credential !== undefined && { credential }),
      ...(resume !== undefined && { resume }),
      deliver(delivery) {
        if (over || (mine !== undefined && mine !== attached)) return
        if (batch.length === 0) clock.microtask(flush)
        batch.push(delivery)
      },
      ended(error) {
        if (mine === undefined) refusal = error
        if (over || mine === undefined || mine !== attached) return
        flush()
        if (error.code === 'authExpired') {
          expired = true
          return say({ t: 'expired' })
        }
        end()
        options.ended(error)
      },
    })
    if (refusal !== undefined) throw refusal
    mine = session
    return session
  }

  const sync = (continuity: 'whole' | 'gap' = attached.continuity): void => {
    flush()
    synced = true
    const { conversations } = attached
    say({
      t: 'synced',
      continuity,
      ...(continuity === 'gap' && conversations !== undefined && { conversations }),
      serverTime: backend.now(),
      ...(token !== undefined && { token }),
    })
    if (expired) say({ t: 'expired' })
  }

  const renew = (fresh: string): void => {
    flush()
    const before = credential
    if (before !== undefined) credential = fresh
    try {
      const next = attach(token)
      attached.detach()
      attached = next
    } catch (thrown) {
      credential = before
      end()
      return options.ended(asChatError(thrown, 'internal'))
    }
    expired = false
    say({ t: 'renewed' })
    synced = attached.continuity === 'whole'
    postFacts(attached.missed)
    if (!synced) {
      token = undefined
      sync()
    }
  }

  const carryOut = <Name extends RequestName>(name: Name, raw: unknown): unknown => {
    const args = read(requestSchemas[name], raw, 'invalid')
    if (!args.ok) throw args.error
    return attached.request(name, args.value)
  }

  const answer = (requestId: number, name: string, args: unknown): void => {
    try {
      if (expired) throw chatError('authExpired')
      if (!isRequestName(name)) throw chatError('unsupported', { message: 'This server does not know the request.' })
      const text = encodePayload({ t: 'answer', id: requestId, value: carryOut(name, args) })
      if (text.length * 3 + DATA_OVERHEAD > MAX_FRAME_TO_CLIENT) throw chatError('tooLarge', { limit: MAX_FRAME_TO_CLIENT, effect: 'done' })
      flush()
      post(text)
    } catch (thrown) {
      if (!isChatError(thrown)) options.report(thrown)
      flush()
      say({ t: 'refusal', id: requestId, error: isChatError(thrown) ? thrown : chatError('internal') })
    }
  }

  attached = attach(options.resume)
  if (attached.continuity === 'gap') token = undefined
  // What waits from before doesn't count: it is bounded by what the backend keeps.
  maxLength = Infinity
  postFacts(attached.missed)
  maxLength = options.maxQueueLength + sender.length

  return {
    id,
    user,
    device,
    get credential() {
      return credential
    },
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
    end,
  }
}
