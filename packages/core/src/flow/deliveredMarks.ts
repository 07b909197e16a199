import { conversationKind, type ConversationId } from '../model/ids.ts'
import { later, type Position } from '../model/position.ts'
import type { TimerHandle } from '../protocol/clock.ts'
import type { ReceiptTarget, UpTo } from '../protocol/fact.ts'
import { ask } from './ask.ts'
import { background } from './background.ts'
import type { FlowContext } from './flowContext.ts'
import type { Online } from './online.ts'
import { persist } from './persist.ts'
import { mostRefs } from './readTarget.ts'

export interface DeliveredMarks {
  /** A message of somebody else is here, by name, by position or by both. To be called for every one that arrives. */
  readonly noteArrived: (conversation: ConversationId, message: UpTo) => void
}

/** How long arrivals are gathered before they are told of, milliseconds. */
const gatherMs = 500

interface Lane {
  arrived: UpTo[]
  timer: TimerHandle | undefined
  running: boolean
}

/** Tells the backend that messages got here, where it doesn't know by itself [RCP7]. */
export const createDeliveredMarks = (context: FlowContext, online: Online): DeliveredMarks => {
  const { transport, reader, sink, ingress, clock, busy, receipts, capabilities, disposed } = context
  const lanes = new Map<ConversationId, Lane>()

  const noteArrived: DeliveredMarks['noteArrived'] = (conversation, message) => {
    if (
      disposed.aborted ||
      !receipts(conversation).delivered ||
      capabilities().delivered !== 'manual' ||
      transport.markDelivered === undefined
    )
      return
    if (isKnown(conversation, message.position)) return
    const lane = lanes.get(conversation) ?? { arrived: [], timer: undefined, running: false }
    lanes.set(conversation, lane)
    lane.arrived.push(message)
    if (lane.running || lane.timer !== undefined) return
    // Gathering is work, too: who waits for the chat to be idle waits for these marks.
    const end = busy.begin()
    lane.timer = clock.setTimeout(() => {
      lane.timer = undefined
      lane.running = true
      background(sink, () => run(conversation, lane))
      end()
    }, gatherMs)
  }

  /** Who has read it has it. */
  const isKnown = (conversation: ConversationId, position: Position | undefined): boolean => {
    const reading = reader.conversation(conversation)
    const known = later(reading?.deliveredUpTo, reading?.readUpTo)
    return position !== undefined && known !== undefined && position <= known
  }

  const run = async (conversation: ConversationId, lane: Lane): Promise<void> => {
    try {
      while (lane.arrived.length > 0 && !disposed.aborted) {
        const batch = batchOf(conversation, lane)
        const outcome = await persist(context, online, () =>
          ask(context, op => transport.markDelivered?.(conversation, batch, op) ?? Promise.resolve(), { session: online.session() }),
        )
        if (outcome.ok) ingress.fact({ type: 'receipt', origin: 'echo', conversation, user: reader.self, kind: 'delivered', target: batch })
      }
      if (lane.arrived.length === 0) lanes.delete(conversation)
    } finally {
      lane.running = false
    }
  }

  const batchOf = (conversation: ConversationId, lane: Lane): ReceiptTarget => {
    const { read } = capabilities()
    const forms = conversationKind(conversation) === 'direct' ? read.direct : read.group
    if (!forms.upTo) return { exactly: lane.arrived.splice(0, Math.min(mostRefs, forms.maxRefs ?? mostRefs)) }
    const all = lane.arrived.splice(0)
    return { upTo: all.reduce((a, b) => (isFurther(b, a) ? b : a)) }
  }

  disposed.addEventListener(
    'abort',
    () => {
      for (const { timer } of lanes.values()) if (timer !== undefined) clock.clearTimeout(timer)
    },
    { once: true },
  )

  return { noteArrived }
}

/** Without a position the later arrival is the further one. */
const isFurther = (a: UpTo, b: UpTo): boolean => a.position === undefined || b.position === undefined || a.position > b.position
