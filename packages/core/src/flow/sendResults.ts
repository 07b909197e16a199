import { chatError, type ChatError } from '../model/error.ts'
import type { MessageKey } from '../model/ids.ts'
import { done } from '../model/outcome.ts'
import type { SendIntent } from '../protocol/intent.ts'
import type { Ack } from '../protocol/remoteMessage.ts'
import { ackOf } from './ackOf.ts'
import type { FlowContext } from './flowContext.ts'
import type { FollowUps } from './followUps.ts'
import type { Online } from './online.ts'
import { outgoing } from './outgoing.ts'
import type { Previews } from './previews.ts'
import { fresh, parked, queued, renamed, wouldDedupe } from './sendIntents.ts'

/** Writes down what came of an attempt: facts where the backend spoke, the intent where it didn't. */
export interface SendResults {
  readonly accepted: (intent: SendIntent, ack: Ack) => void
  /** Gives back whether it is to be tried again. `spent`: it was tried often or long enough. */
  readonly refused: (intent: SendIntent, error: ChatError, spent: boolean) => boolean
  /** History shows that it was never stored. */
  readonly absent: (intent: SendIntent) => void
  /** It fails here, before it could leave. */
  readonly park: (intent: SendIntent, error: ChatError) => void
  /** Nobody knows whether it was stored, and trying again could store it twice. */
  readonly doubt: (intent: SendIntent) => void
  /** It is taken back: row, preview and all. */
  readonly unsend: (key: MessageKey) => void
}

interface Parts {
  readonly previews: Previews
  readonly followUps: FollowUps
}

/** Failures of this device: the backend never saw the message. */
const localCodes: readonly ChatError['code'][] = ['offline', 'cancelled', 'storage']

export const createSendResults = (context: FlowContext, online: Online, { previews, followUps }: Parts): SendResults => {
  const { transport, reader, sink, ingress, clock, retry, capabilities } = context
  /** Why the fate of a send is unknown. */
  const doubts = new Map<MessageKey, ChatError>()

  const put = (intent: SendIntent): void => sink.change({ type: 'send', intent })

  /** The send as it stands, unless it is through, taken back or under another name by now. */
  const current = (intent: SendIntent): SendIntent | undefined => {
    const now = reader.message(intent.key)?.send
    return now?.message.localId === intent.message.localId ? now : undefined
  }

  const unsend = (key: MessageKey): void => {
    doubts.delete(key)
    sink.change({ type: 'unsend', key })
    previews.release(key)
    followUps.settle(key, done)
  }

  const park = (intent: SendIntent, error: ChatError): void => {
    put(parked(intent, error))
    if (intent.edit === undefined) followUps.settle(intent.key, done)
  }

  const doubt = (intent: SendIntent): void => put({ ...intent, mayBeStored: true, send: { state: 'uncertain' } })

  const accepted = (intent: SendIntent, ack: Ack): void => {
    doubts.delete(intent.key)
    ingress.accepted({ ...intent, message: outgoing(intent.message) }, ackOf(ack))
    ingress.flush()
    // It lies where everything was cleared: there is no row to keep.
    if (current(intent) !== undefined) unsend(intent.key)
    followUps.look(intent.conversation)
  }

  const refused = (intent: SendIntent, error: ChatError, spent: boolean): boolean => {
    if (error.effect === 'done') {
      accepted(intent, {})
      return false
    }
    const now = current(intent)
    if (now === undefined) return false
    const mayBeStored = now.mayBeStored === true || error.effect === 'maybe'
    if (mayBeStored && (now.cancelled === true || !wouldDedupe(now, capabilities(), clock.now()))) {
      doubts.set(now.key, error)
      doubt(now)
      return false
    }
    if (now.cancelled === true) {
      unsend(now.key)
      return false
    }
    const isLocal = localCodes.includes(error.code)
    const again = error.retryable || error.code === 'cancelled'
    if (!again || spent) {
      if (mayBeStored) park({ ...now, mayBeStored }, error)
      else {
        if (!again && !isLocal) {
          ingress.refused(now, error)
          ingress.flush()
        }
        const left = current(now)
        if (left !== undefined) park(fresh(left), error)
      }
      return false
    }
    // What happens while offline wears nothing out.
    const counted = online.is() ? now : { ...now, attempts: Math.max(0, now.attempts - 1) }
    if (mayBeStored) put(queued({ ...counted, mayBeStored }))
    else put(queued(isLocal ? fresh(counted) : renamed(fresh(counted), transport.newLocalId())))
    return true
  }

  const absent = (intent: SendIntent): void => {
    const error = doubts.get(intent.key) ?? chatError('timeout')
    doubts.delete(intent.key)
    if (intent.cancelled === true) unsend(intent.key)
    else if (!error.retryable || intent.attempts >= retry.attempts) park(fresh(intent), error)
    else put(queued(fresh(intent)))
  }

  return { accepted, refused, absent, park, doubt, unsend }
}
