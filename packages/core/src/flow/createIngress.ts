import type { Clock } from '../protocol/clock.ts'
import type { FactSink } from '../protocol/factSink.ts'
import type { StateReader } from '../protocol/stateReader.ts'
import { admit } from './admit.ts'
import type { Busy } from './busy.ts'
import type { Ingress } from './ingress.ts'
import { Stamper, type Told } from './stamp.ts'

/** What an ingress needs. `frames`: publish inbound facts once per frame instead of as soon as the task ends. */
export interface IngressOptions {
  readonly reader: StateReader
  readonly sink: FactSink
  readonly clock: Clock
  readonly busy: Busy
  readonly frames: boolean
  readonly serverNow: () => number
  readonly canonical: ((id: string) => string) | undefined
  /** Where the counter begins: 0, or where a snapshot left it. */
  readonly counter: number
}

/** How long one round may keep the page from painting, milliseconds. */
const roundMs = 6
/** Facts joined at a time: a look at the clock, and one round of notifications, for each. */
const most = 1_024

/**
 * Takes facts and applies them in batches: the first after quiet at the end of its task, then once per frame, in rounds of a
 * few milliseconds. Every socket message is a task of its own: without this each fact would be a round of notifications.
 */
export const createIngress = (options: IngressOptions): Ingress => {
  const { reader, sink, clock, busy, frames, serverNow } = options
  let counter = options.counter
  const waiting: Told[] = []
  /** What came before `synced`, and the number that a gap before it would have. `undefined` while the link is synced. */
  let held: { readonly seq: number; readonly told: Told[] } | undefined
  let scheduled = false
  let inFrame = false
  let end = (): void => {}

  const seq = (): number => ++counter

  const take = (told: Told): void => {
    if (held !== undefined && told.type !== 'gap' && isInbound(told)) {
      held.told.push(told)
      return
    }
    put(told)
  }

  const put = (told: Told): void => {
    waiting.push(told)
    schedule()
  }

  const schedule = (): void => {
    if (scheduled) return
    scheduled = true
    end = busy.begin()
    if (inFrame) return
    clock.microtask(round)
  }

  const round = (): void => {
    if (!scheduled) return
    scheduled = false
    if (frames && clock.frame !== undefined && !inFrame) {
      inFrame = true
      clock.frame(() => {
        inFrame = false
        round()
      })
    }
    const ended = end
    const rest = apply(clock.now() + roundMs)
    if (rest) schedule()
    ended()
  }

  /** Applies what waits until a time; whether something still does. */
  const apply = (until: number): boolean => {
    while (waiting.length > 0) {
      const stamper = new Stamper(reader)
      for (const told of waiting.splice(0, most)) stamper.stamp(told)
      for (const error of stamper.errors) sink.report(error)
      sink.apply(stamper.stamped)
      if (clock.now() > until) break
    }
    return waiting.length > 0
  }

  const flush = (): void => {
    if (waiting.length > 0) apply(Number.POSITIVE_INFINITY)
  }

  const vetted = (told: Told): readonly Told[] => admit(told, options.canonical, error => sink.report(error))
  const admitted = (told: Told): void => {
    for (const part of vetted(told)) take(part)
  }

  const synced: Ingress['synced'] = (continuity, conversations) => {
    const before = held ?? { seq: seq(), told: [] }
    held = undefined
    if (continuity === 'gap') waiting.push({ type: 'gap', seq: before.seq, ...(conversations && { conversations }) })
    waiting.push(...before.told)
    if (waiting.length > 0) schedule()
    flush()
  }

  return {
    seq,
    fact: fact => admitted({ type: 'fact', fact, seq: seq(), seenAt: serverNow() }),
    page: (conversation, page, requested) => admitted({ type: 'page', conversation, page, seq: requested, seenAt: serverNow() }),
    entries: (entries, requested) => {
      for (const entry of entries) admitted({ type: 'entry', entry, seq: requested, seenAt: serverNow() })
    },
    admitted: messages =>
      messages.flatMap(message =>
        vetted({ type: 'fact', fact: { type: 'message', origin: 'history', message }, seq: 0, seenAt: 0 }).flatMap(told =>
          told.type === 'fact' && told.fact.type === 'message' ? [told.fact.message] : [],
        ),
      ),
    answer: (facts, requested) => {
      for (const fact of facts) for (const told of vetted({ type: 'fact', fact, seq: requested, seenAt: serverNow() })) put(told)
    },
    accepted: (intent, ack) => take({ type: 'accepted', intent, ack, seq: seq() }),
    refused: (intent, error) =>
      take({
        type: 'fact',
        fact: { type: 'refused', origin: 'echo', localId: intent.message.localId, error },
        seq: seq(),
        seenAt: serverNow(),
      }),
    linkOpened: () => {
      held ??= { seq: seq(), told: [] }
    },
    synced,
    linkLost: () => {
      if (held !== undefined && held.told.length > 0) synced('gap')
      held = undefined
    },
    flush,
  }
}

/** Whether it came over the link by itself: answers and my own doings needn't wait for `synced`. */
const isInbound = (told: Told): boolean => told.type === 'fact' && told.fact.origin !== 'echo'
