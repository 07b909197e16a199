import { chatError } from '../model/error.ts'
import { conversationKind, conversationName, type ConversationId, type MessageKey } from '../model/ids.ts'
import { done, failed, type Outcome } from '../model/outcome.ts'
import { later, type Position } from '../model/position.ts'
import type { UpTo } from '../protocol/fact.ts'
import { ask } from './ask.ts'
import { background } from './background.ts'
import type { FlowContext } from './flowContext.ts'
import type { Online } from './online.ts'
import { onPageHide } from './onPageHide.ts'
import { persist } from './persist.ts'
import { readTarget, refOf } from './readTarget.ts'

export interface ReadMarks {
  /** Counts here before it returns; resolves when the backend knows, or never has to [RCP6]. */
  readonly markRead: (conversation: ConversationId, options?: { readonly upTo?: MessageKey; readonly content?: string }) => Promise<Outcome>
  /** More of a conversation is here: a mark that waited for that may go. */
  readonly wake: (conversation: ConversationId) => void
}

export interface ReadMarksOptions {
  /** The backend knows of a mark that it didn't know before. */
  readonly acked: (conversation: ConversationId) => void
  /** Takes "marked unread" away by itself. */
  readonly clearBadge: (conversation: ConversationId) => Promise<Outcome>
}

interface Mark {
  readonly upTo: UpTo
  readonly content?: string
}

/** What one conversation's mark is up to. */
interface Lane {
  /** To be sent; grows while it waits. */
  wanted: Mark | undefined
  waiting: ((outcome: Outcome) => void)[]
  /** Through where the backend knows. */
  known: Position | undefined
  synced: boolean
  running: boolean
  /** It can't be sent before more of the conversation is here. */
  stuck: boolean
  /** This device's clock. */
  leftAt: number
  /** Ends the pause before the next one. */
  hurry: () => void
}

/** At most one mark in this time per conversation, milliseconds. */
const paceMs = 1_000

/** My read marks: at once in the state, coalesced on their way to the backend [RCP6]. */
export const createReadMarks = (context: FlowContext, online: Online, { acked, clearBadge }: ReadMarksOptions): ReadMarks => {
  const { transport, reader, sink, ingress, clock, receipts, capabilities, disposed } = context
  const lanes = new Map<ConversationId, Lane>()

  const markRead: ReadMarks['markRead'] = async (conversation, { upTo: key, content } = {}) => {
    if (disposed.aborted) return cancelled
    const reading = reader.conversation(conversation)
    const upTo = key === undefined ? newestOf(conversation) : namedBy(conversation, key)
    if (upTo === 'notFound') return failed(chatError('notFound', { message: 'This conversation has no message with that key.' }))
    if (reading === undefined) return done
    // Nothing was ever told that a mark could be put to.
    if (upTo === undefined) return reading.markedUnread ? clearBadge(conversation) : done
    const lane = lanes.get(conversation)
    const isRead = upTo.position !== undefined && reading.readUpTo !== undefined && upTo.position <= reading.readUpTo
    // What is written beside a mark has to arrive also where the mark alone would tell nothing.
    const isOld = isRead && content === undefined
    if (isOld && !reading.markedUnread && lane?.synced !== false) return lane?.running === true ? settlement(lane) : done
    ingress.fact({ type: 'receipt', origin: 'echo', conversation, user: reader.self, kind: 'read', target: { upTo } })
    ingress.flush()
    if (!receipts(conversation).read || isWithMyself(conversation)) return done
    return send(conversation, lane ?? newLane(conversation, reading.readUpTo), { upTo, ...(content !== undefined && { content }) })
  }

  const newestOf = (conversation: ConversationId): UpTo | undefined => {
    const { greatest, countedThrough } = reader.conversation(conversation) ?? {}
    const position = later(greatest, countedThrough)
    if (position === undefined) return undefined
    for (const newest of reader.newestFirst(conversation, undefined, position)) {
      return newest.position === position ? { ...refOf(newest), position } : { conversation, position }
    }
    return { conversation, position }
  }

  const namedBy = (conversation: ConversationId, key: MessageKey): UpTo | 'notFound' | undefined => {
    const reading = reader.message(key)
    if (reading?.conversation !== conversation) return 'notFound'
    // What I am sending stands below everything that is there.
    if (reading.position === undefined) return reading.message.mine ? newestOf(conversation) : refOf(reading)
    return { ...refOf(reading), position: reading.position }
  }

  const isWithMyself = (conversation: ConversationId): boolean =>
    conversationKind(conversation) === 'direct' && conversationName(conversation) === reader.self

  const newLane = (conversation: ConversationId, known: Position | undefined): Lane => {
    const lane: Lane = {
      wanted: undefined,
      waiting: [],
      known,
      synced: true,
      running: false,
      stuck: false,
      leftAt: Number.NEGATIVE_INFINITY,
      hurry: () => {},
    }
    lanes.set(conversation, lane)
    return lane
  }

  const send = (conversation: ConversationId, lane: Lane, mark: Mark): Promise<Outcome> => {
    lane.wanted = joined(lane.wanted, mark)
    const outcome = settlement(lane)
    if (!lane.running) begin(conversation, lane)
    return outcome
  }

  const settlement = (lane: Lane): Promise<Outcome> => new Promise(resolve => lane.waiting.push(resolve))

  const begin = (conversation: ConversationId, lane: Lane): void => {
    lane.running = true
    background(sink, () => run(conversation, lane))
  }

  const run = async (conversation: ConversationId, lane: Lane): Promise<void> => {
    try {
      while (lane.wanted !== undefined && !disposed.aborted) {
        let mark: Mark | undefined
        const waiting: Lane['waiting'] = []
        const outcome = await persist(context, online, async (): Promise<Outcome> => {
          const rest = lane.leftAt + paceMs - clock.now()
          if (rest > 0) await pace(lane, rest)
          // Whatever was asked for by now goes along.
          mark = joined(mark, lane.wanted)
          lane.wanted = undefined
          waiting.push(...lane.waiting.splice(0))
          return mark === undefined ? done : transmit(conversation, lane, mark)
        })
        const isLeft = !outcome.ok && (outcome.error.retryable || outcome.error === notWhole)
        if (outcome.ok) lane.known = later(lane.known, mark?.upTo.position)
        else if (isLeft) lane.wanted = joined(mark, lane.wanted)
        lane.stuck = isLeft && !outcome.error.retryable
        tellSynced(conversation, lane, outcome.ok)
        // Who had nothing newer to mark waited for this one.
        if (lane.wanted === undefined || isLeft) waiting.push(...lane.waiting.splice(0))
        for (const resolve of waiting) resolve(outcome)
        // Tried long enough: the next link brings it, or the next mark, or what was missing here.
        if (isLeft) break
      }
    } finally {
      lane.running = false
    }
  }

  const transmit = async (conversation: ConversationId, lane: Lane, { upTo, content }: Mark): Promise<Outcome> => {
    const target = readTarget(reader, capabilities(), conversation, upTo, lane.known)
    if (target === 'nothing') return done
    if (target === 'later') return failed(notWhole)
    lane.leftAt = clock.now()
    const answer = await ask(
      context,
      op => transport.markRead(conversation, target, { ...op, ...(content !== undefined && { content }) }),
      {
        session: online.session(),
      },
    )
    if (answer.ok) acked(conversation)
    return answer
  }

  const pace = (lane: Lane, rest: number): Promise<void> =>
    new Promise(resolve => {
      const timer = clock.setTimeout(() => lane.hurry(), rest)
      lane.hurry = () => {
        clock.clearTimeout(timer)
        lane.hurry = () => {}
        resolve()
      }
    })

  const tellSynced = (conversation: ConversationId, lane: Lane, synced: boolean): void => {
    if (disposed.aborted || lane.synced === synced) return
    lane.synced = synced
    sink.change({ type: 'markSynced', conversation, synced })
  }

  const hurryAll = (): void => {
    for (const lane of lanes.values()) lane.hurry()
  }

  const resume = (conversation: ConversationId, lane: Lane): void => {
    if (lane.wanted !== undefined && !lane.running && !disposed.aborted) begin(conversation, lane)
  }

  const wake: ReadMarks['wake'] = conversation => {
    const lane = lanes.get(conversation)
    if (lane?.wanted === undefined || !lane.stuck) return
    if (readTarget(reader, capabilities(), conversation, lane.wanted.upTo, lane.known) !== 'later') resume(conversation, lane)
  }

  online.watch(() => {
    if (online.is()) for (const [conversation, lane] of lanes) resume(conversation, lane)
  })
  const stopWatching = onPageHide(hurryAll)
  disposed.addEventListener(
    'abort',
    () => {
      stopWatching()
      hurryAll()
      for (const lane of lanes.values()) for (const resolve of lane.waiting.splice(0)) resolve(cancelled)
    },
    { once: true },
  )

  return { markRead, wake }
}

/** The further of two marks, with what was last written beside one. */
const joined = (a: Mark | undefined, b: Mark | undefined): Mark | undefined => {
  if (a === undefined || b === undefined) return a ?? b
  const further = b.upTo.position !== undefined && a.upTo.position !== undefined && b.upTo.position < a.upTo.position ? a : b
  const content = b.content ?? a.content
  return { upTo: further.upTo, ...(content !== undefined && { content }) }
}

const cancelled: Outcome = /* @__PURE__ */ failed(/* @__PURE__ */ chatError('cancelled'))
const notWhole = /* @__PURE__ */ chatError('unavailable', {
  effect: 'none',
  retryable: false,
  message: 'This backend takes marks for whole conversations only, and not all of this one is here yet.',
})
