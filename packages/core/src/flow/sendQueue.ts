import { asChatError, chatError, type ChatError } from '../model/error.ts'
import type { ConversationId, MessageKey } from '../model/ids.ts'
import type { TimerHandle } from '../protocol/clock.ts'
import type { SendIntent } from '../protocol/intent.ts'
import { isSpent, pauseAfter } from './backoff.ts'
import type { FlowContext } from './flowContext.ts'
import type { Online } from './online.ts'
import { fileToUpload } from './outgoing.ts'
import { sendAttempt } from './sendAttempt.ts'
import { fresh, leaving, wouldDedupe } from './sendIntents.ts'
import type { SendResults } from './sendResults.ts'
import type { Uncertainty } from './uncertainty.ts'
import type { Uploads } from './uploads.ts'

export interface SendQueue {
  /** Does what there is to do in a conversation now. Cheap, and to be called whenever something may have changed. */
  readonly look: (conversation: ConversationId) => void
  /** Ends the pause before the next try. */
  readonly hurry: (conversation: ConversationId) => void
}

interface Parts {
  readonly results: SendResults
  readonly uncertainty: Uncertainty
  readonly uploads: Pick<Uploads, 'cancel'>
}

/** What is under way in one conversation. What is to be sent stands in the state, not here. */
interface Lane {
  /** The one that is out, at most one [SND2]. */
  out: MessageKey | undefined
  /** The one that is being tried, and the time online at its first try. */
  tried: { readonly key: MessageKey; readonly since: number } | undefined
  /** Before its next try. `firm`: as the backend wished, so that a new link doesn't end it. */
  pause: { readonly until: number; readonly error: ChatError; readonly firm: boolean } | undefined
  timer: TimerHandle | undefined
  /** Ends its being busy. */
  rest: (() => void) | undefined
}

/** Sends each conversation's messages one after the other, and conversations beside each other [SND2, SND3, SND4]. */
export const createSendQueue = (context: FlowContext, online: Online, { results, uncertainty, uploads }: Parts): SendQueue => {
  const { reader, sink, clock, retry, busy, disposed, capabilities } = context
  const lanes = new Map<ConversationId, Lane>()

  const look = (conversation: ConversationId): void => {
    if (disposed.aborted) return
    parkOutsiders(conversation)
    const lane = lanes.get(conversation) ?? newLane(conversation)
    if (isOut(lane)) return
    disarm(lane)
    const head = nextSend(conversation)
    // Somebody who heard of a change just now may have sent something: then that is on its way already.
    if (isOut(lane)) return
    // What was written before a removal goes with it, and what was written after must not arrive before.
    const held = reader.conversation(conversation)?.removing === true
    const works = head !== undefined && !held && online.is() && proceed(lane, head)
    if (works) lane.rest ??= busy.begin()
    else rest(lane)
    if (head === undefined) lanes.delete(conversation)
  }

  const isOut = (lane: Lane): boolean => lane.out !== undefined

  const newLane = (conversation: ConversationId): Lane => {
    const lane: Lane = { out: undefined, tried: undefined, pause: undefined, timer: undefined, rest: undefined }
    lanes.set(conversation, lane)
    return lane
  }

  /** The first that isn't parked: failed, or uncertain for so long that the queue goes on. */
  const nextSend = (conversation: ConversationId): SendIntent | undefined => {
    for (const intent of reader.sends(conversation)) {
      if (intent.send.state === 'failed') continue
      const shown = reader.message(intent.key)?.message.send
      if (shown?.state === 'failed') {
        // A refusal came by itself, before any answer.
        results.park(fresh(intent), shown.error)
        return nextSend(conversation)
      }
      if (intent.send.state !== 'uncertain' || uncertainty.holds(intent)) return intent
    }
    return undefined
  }

  /** Whoever doesn't belong to a conversation any more can't send there [MEM1]. */
  const parkOutsiders = (conversation: ConversationId): void => {
    const standing = reader.conversation(conversation)?.standing
    if (standing === undefined || standing === 'member') return
    for (const intent of [...reader.sends(conversation)]) {
      const { state } = intent.send
      if (state !== 'queued' && state !== 'uploading') continue
      uploads.cancel(intent.key)
      results.park(intent, chatError('notMember', { message: 'You no longer belong to this conversation.' }))
    }
  }

  /** Whether something is under way for it: an attempt, or a pause before one. */
  const proceed = (lane: Lane, head: SendIntent): boolean => {
    if (head.send.state === 'uncertain' || fileToUpload(head.message.body) !== undefined) return false
    if (lane.tried?.key !== head.key) {
      lane.tried = { key: head.key, since: online.elapsed() }
      lane.pause = undefined
    }
    if (lane.pause !== undefined) {
      const left = lane.tried.since + retry.totalMs - online.elapsed()
      const rest = lane.pause.until - clock.now()
      if (left <= 0) {
        results.park(head, lane.pause.error)
        clock.microtask(() => look(head.conversation))
        return true
      }
      if (rest > 0) {
        lane.timer = clock.setTimeout(() => look(head.conversation), Math.min(left, rest))
        return true
      }
      lane.pause = undefined
    }
    if (head.mayBeStored === true && !wouldDedupe(head, capabilities(), clock.now())) {
      results.doubt(head)
      clock.microtask(() => look(head.conversation))
      return true
    }
    void attempt(lane, lane.tried.since, head)
    return true
  }

  const attempt = async (lane: Lane, since: number, head: SendIntent): Promise<void> => {
    const { key, conversation } = head
    // Before anybody is told: whoever sends on hearing of it must find the lane taken.
    lane.out = key
    const intent = leaving(head, clock.now(), reader.conversation(conversation)?.greatest)
    try {
      sink.change({ type: 'send', intent })
      const outcome = await sendAttempt(context, online.session(), intent, ack => results.accepted(intent, ack))
      if (disposed.aborted) return
      if (outcome.ok) results.accepted(intent, outcome.value)
      else {
        const { error } = outcome
        const spent = online.is() && isSpent(intent.attempts, online.elapsed() - since, retry)
        if (results.refused(intent, error, spent)) {
          const firm = error.retryAfterMs !== undefined
          if (firm || online.is()) lane.pause = { until: clock.now() + pauseAfter(intent.attempts, error, context), error, firm }
        }
      }
    } catch (thrown) {
      const error = asChatError(thrown, 'internal')
      sink.report(error)
      // Else it would be tried again and again.
      const now = reader.message(key)?.send
      if (now?.send.state === 'sending') results.park(now, error)
    } finally {
      lane.out = undefined
      look(conversation)
    }
  }

  const disarm = (lane: Lane): void => {
    if (lane.timer !== undefined) clock.clearTimeout(lane.timer)
    lane.timer = undefined
  }

  const rest = (lane: Lane): void => {
    lane.rest?.()
    lane.rest = undefined
  }

  const lookEverywhere = (): void => {
    for (const conversation of new Set([...reader.sending(), ...lanes.keys()])) look(conversation)
  }

  online.watch(() => {
    for (const lane of lanes.values()) if (lane.pause?.firm === false) lane.pause = undefined
    lookEverywhere()
  })
  disposed.addEventListener(
    'abort',
    () => {
      for (const lane of lanes.values()) {
        disarm(lane)
        rest(lane)
      }
    },
    { once: true },
  )

  return {
    look,
    hurry: conversation => {
      const lane = lanes.get(conversation)
      if (lane !== undefined) lane.pause = undefined
      look(conversation)
    },
  }
}
