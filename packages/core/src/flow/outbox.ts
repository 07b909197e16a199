import { besideOf, type Beside } from '../model/beside.ts'
import type { Body } from '../model/body.ts'
import { asChatError, chatError } from '../model/error.ts'
import type { ConversationId, MessageKey } from '../model/ids.ts'
import { done, failed, type Outcome } from '../model/outcome.ts'
import type { SendState } from '../model/sendState.ts'
import type { SendIntent } from '../protocol/intent.ts'
import type { OutgoingMessage } from '../protocol/remoteMessage.ts'
import type { MessageReading } from '../protocol/stateReader.ts'
import type { FlowContext } from './flowContext.ts'
import { createFollowUps } from './followUps.ts'
import type { Online } from './online.ts'
import { fileToUpload } from './outgoing.ts'
import { createPreviews } from './previews.ts'
import { fresh, parked, queued, renamed } from './sendIntents.ts'
import { createSendQueue } from './sendQueue.ts'
import { createSendResults } from './sendResults.ts'
import { createUncertainty, type Confirm } from './uncertainty.ts'
import { createUploads } from './uploads.ts'
import { bodyLimits, validateEdit, validateOutgoing } from './validateOutgoing.ts'

export interface Outbox {
  /** Shows a message and queues it, before it returns [SND1]. What can't be sent stands as `failed` and never leaves [SND11]. */
  readonly enqueue: (conversation: ConversationId, body: Body, extras?: Beside) => MessageKey
  /** Queues a failed or uncertain message again. */
  readonly retry: (key: MessageKey) => Promise<Outcome>
  /** Takes a message back that isn't through. Resolves once that is certain; `conflict` if it is sent. */
  readonly cancel: (key: MessageKey) => Promise<Outcome>
  /** Changes a message that isn't through: before it leaves, or right after its ack. */
  readonly edit: (key: MessageKey, body: Body) => Promise<Outcome>
  /** To be called after facts that may have touched a conversation's sends, or my standing there. */
  readonly wake: (conversation: ConversationId) => void
}

export interface OutboxOptions {
  readonly confirm: Confirm
  /** Asks the backend for the pending change of a sent message. */
  readonly carryOut: (key: MessageKey) => Promise<Outcome>
}

/** The outbox is state; this works on it. */
export const createOutbox = (context: FlowContext, online: Online, { confirm, carryOut }: OutboxOptions): Outbox => {
  const { transport, reader, sink, ingress, disposed, serverNow, capabilities } = context
  const cancelled = failed(chatError('cancelled', { message: 'The chat is disposed.' }))
  const previews = createPreviews(disposed)
  const followUps = createFollowUps(context, carryOut, cancelled)
  const results = createSendResults(context, online, { previews, followUps })
  const uploads = createUploads(context, online, conversation => queue.look(conversation))
  const uncertainty = createUncertainty(context, online, {
    confirm,
    absent: intent => {
      results.absent(intent)
      queue.look(intent.conversation)
    },
    released: conversation => wake(conversation),
  })
  const queue = createSendQueue(context, online, { results, uncertainty, uploads })
  online.watch(() => uploads.start())

  const put = (intent: SendIntent): void => sink.change({ type: 'send', intent })

  const enqueue: Outbox['enqueue'] = (conversation, body, extras = {}) => {
    const given: unknown = body
    if (disposed.aborted) throw new TypeError('This chat is disposed: create a new one to send.')
    if (typeof given !== 'object' || given === null || !('type' in given)) {
      throw new TypeError('send takes a text or a body: send("hello"), send(body.image({ … })).')
    }
    const message: OutgoingMessage = { conversation, localId: transport.newLocalId(), body, ...besideOf(extras) }
    // Never equal to a name of a message: those begin with other letters.
    const key = `s${message.localId}`
    const checked = validateOutgoing(message, bodyLimits(context))
    const intent: SendIntent = {
      key,
      conversation,
      message: checked.ok ? { ...checked.value, body: previews.give(key, checked.value.body) } : message,
      order: ingress.seq(),
      enqueuedAt: serverNow(),
      send: { state: 'queued' },
      attempts: 0,
    }
    put(checked.ok ? intent : parked(intent, checked.error))
    if (checked.ok) go(intent)
    return key
  }

  const go = ({ conversation, message }: SendIntent): void => {
    queue.look(conversation)
    if (fileToUpload(message.body) !== undefined) uploads.start()
  }

  const retry: Outbox['retry'] = key =>
    withSend(key, ({ intent, state, conversation }) => {
      if (state === 'queued') queue.hurry(conversation)
      if (state !== 'failed' && state !== 'uncertain') return done
      uncertainty.forget(key)
      const next = again(intent, state)
      const checked = validateOutgoing(next.message, bodyLimits(context))
      if (!checked.ok) {
        put(parked(next, checked.error))
        return checked
      }
      const message = { ...checked.value, body: previews.give(key, checked.value.body) }
      put({ ...next, message })
      go({ ...next, message })
      const shown = reader.message(key)?.message.send
      return shown?.state === 'failed' ? failed(shown.error) : done
    })

  /** Queued as if for the first time. What may be stored keeps its name, what was refused takes a new one [SND5]. */
  const again = ({ cancelled: _cancelled, ...intent }: SendIntent, state: 'failed' | 'uncertain'): SendIntent => {
    const next = queued({ ...intent, attempts: 0 })
    if (state === 'uncertain') return fresh(next)
    if (intent.mayBeStored === true) return next
    return intent.attempts === 0 ? fresh(next) : renamed(fresh(next), transport.newLocalId())
  }

  const cancel: Outbox['cancel'] = key =>
    withSend(key, ({ intent, state, conversation, isOut }) => {
      uploads.cancel(key)
      // History can tell whether it was stored; who cancels again doesn't want to wait for that.
      const canTell = capabilities().localIdVisible && !(state === 'uncertain' && intent.cancelled === true)
      if (isOut || (intent.mayBeStored === true && canTell)) {
        const outcome = followUps.wait(key, conversation)
        if (isOut) put({ ...intent, cancelled: true })
        else results.doubt({ ...intent, cancelled: true })
        queue.look(conversation)
        return outcome
      }
      uncertainty.forget(key)
      if (reader.message(key)?.send === undefined) forgetRefused(intent)
      else results.unsend(key)
      queue.look(conversation)
      uploads.start()
      return done
    })

  /** Refused after it was acked: there is no intent to take back, only a message that nobody else has. */
  const forgetRefused = ({ conversation, message: { localId } }: SendIntent): void => {
    const ref = { conversation, from: reader.self, localId }
    ingress.fact({ type: 'deleted', origin: 'echo', conversation, target: { exactly: [ref] } })
    ingress.flush()
  }

  const edit: Outbox['edit'] = (key, body) =>
    withSend(key, ({ intent, state, conversation, isOut }) => {
      if (isOut || intent.mayBeStored === true) {
        if (capabilities().edit === undefined || transport.edit === undefined) return failed(chatError('unsupported'))
        const checked = validateEdit(body, bodyLimits(context))
        if (!checked.ok) return checked
        const outcome = followUps.wait(key, conversation)
        put({ ...intent, edit: checked.value })
        return state === 'failed' ? done : outcome
      }
      const checked = validateOutgoing({ ...intent.message, body }, bodyLimits(context))
      if (!checked.ok) return checked
      uploads.cancel(key)
      previews.release(key)
      const message = { ...checked.value, body: previews.give(key, checked.value.body) }
      const changed: SendIntent = { ...intent, message, send: state === 'uploading' ? { state: 'queued' } : intent.send }
      put(changed)
      go(changed)
      return done
    })

  interface Unsent {
    readonly intent: SendIntent
    /** As shown: a refusal that came by itself counts. */
    readonly state: SendState['state']
    readonly conversation: ConversationId
    /** An attempt is under way. */
    readonly isOut: boolean
  }

  /** Does something with a message of mine that isn't through. Whatever it does at once is done before it returns. */
  const withSend = async (key: MessageKey, run: (unsent: Unsent) => Outcome | Promise<Outcome>): Promise<Outcome> => {
    if (disposed.aborted) return cancelled
    const reading = reader.message(key)
    if (reading === undefined) return failed(chatError('notFound', { message: 'There is no such message here.' }))
    const { send } = reading.message
    if (send === undefined)
      return failed(chatError('forbidden', { message: 'Only my own messages can be sent again, cancelled or changed here.' }))
    const found = reading.send ?? refusedIntent(reading)
    if (found === undefined) return failed(chatError('conflict', { message: 'The message is sent already: recall or edit it.' }))
    // A refusal that came by itself: nothing of it is stored, whatever the attempts ended with.
    const isRefused = send.state === 'failed' && !(found.send.state === 'failed' && found.send.error === send.error)
    const intent = isRefused ? fresh(found) : found
    try {
      return await run({ intent, state: send.state, conversation: reading.conversation, isOut: intent.send.state === 'sending' })
    } catch (thrown) {
      return failed(asChatError(thrown, 'internal'))
    }
  }

  /** A send for a message that was refused after its ack: only its row is left. */
  const refusedIntent = ({ key, conversation, localId, message }: MessageReading): SendIntent | undefined => {
    if (message.send?.state !== 'failed' || message.body === undefined || localId === undefined) return undefined
    const { body, sentAt } = message
    return {
      key,
      conversation,
      message: { conversation, localId, body, ...besideOf(message) },
      order: ingress.seq(),
      enqueuedAt: sentAt,
      send: message.send,
      attempts: 1,
    }
  }

  const wake: Outbox['wake'] = conversation => {
    if (disposed.aborted) return
    previews.sweep(key => reader.message(key)?.send !== undefined)
    followUps.look(conversation)
    queue.look(conversation)
  }

  return { enqueue, retry, cancel, edit, wake }
}
