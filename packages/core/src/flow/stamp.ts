import type { Body } from '../model/body.ts'
import type { Interval } from '../model/coverage.ts'
import { chatError, type ChatError } from '../model/error.ts'
import type { ConversationId } from '../model/ids.ts'
import type { MessageRef } from '../model/messageRef.ts'
import { later, START, type Position } from '../model/position.ts'
import type { AcceptedFact, ConversationEntry, Fact, MessageFact, ReceiptFact } from '../protocol/fact.ts'
import type { SendIntent } from '../protocol/intent.ts'
import type { Ack } from '../protocol/remoteMessage.ts'
import type { StampedFact } from '../protocol/stampedFact.ts'
import type { StateReader } from '../protocol/stateReader.ts'
import type { HistoryPage } from '../protocol/transport.ts'
import { outgoingBody } from './outgoing.ts'

/** What a transport said, in the order in which it came. `seq`: the counter at arrival or, for an answer, at its request. */
export type Told =
  | { readonly type: 'fact'; readonly fact: Fact; readonly seq: number; readonly seenAt: number }
  | {
      readonly type: 'page'
      readonly conversation: ConversationId
      readonly page: HistoryPage
      readonly seq: number
      readonly seenAt: number
    }
  | { readonly type: 'entry'; readonly entry: ConversationEntry; readonly seq: number; readonly seenAt: number }
  | { readonly type: 'accepted'; readonly intent: SendIntent; readonly ack: Ack; readonly seq: number }
  | { readonly type: 'gap'; readonly conversations?: readonly ConversationId[]; readonly seq: number }

/** What the state knows of a conversation, and what this batch has implied since. */
interface Known {
  greatest: Position | undefined
  newest: Position | undefined
  /** Nothing lies between the greatest position and what comes live next. */
  flowing: boolean
  readUpTo: Position | undefined
  gapSeq: number
}

/**
 * Stamps one batch: adds every position that a fact implies at the moment of its arrival, so that all that follows is a join
 * [CVG2]. Looks at the state, and at what the batch itself has implied so far.
 */
export class Stamper {
  readonly stamped: StampedFact[] = []
  readonly errors: ChatError[] = []
  readonly #reader: StateReader
  readonly #known = new Map<ConversationId, Known>()
  #gapSeq = 0

  constructor(reader: StateReader) {
    this.#reader = reader
  }

  stamp(told: Told): void {
    if (told.type === 'fact') this.#fact(told.fact, told.seq, told.seenAt)
    else if (told.type === 'page') this.#page(told.conversation, told.page, told.seq, told.seenAt)
    else if (told.type === 'entry') this.#entry(told.entry, told.seq, told.seenAt, 'history')
    else if (told.type === 'accepted') this.#accepted(told.intent, told.ack, told.seq)
    else this.#gap(told.conversations, told.seq)
  }

  #fact(fact: Fact, seq: number, seenAt: number): void {
    switch (fact.type) {
      case 'message':
        return this.#message(fact, seq, seenAt)
      case 'accepted':
        return this.#lateAck(fact, seq)
      case 'refused':
        this.stamped.push({ type: 'refused', localId: fact.localId, error: fact.error, seq })
        return
      case 'receipt':
        return this.#receipt(fact, seq)
      case 'conversation':
        return this.#entry(fact.entry, seq, seenAt, fact.origin)
      case 'conversationRemoved': {
        const through = fact.through ?? this.#of(fact.conversation).greatest
        const { conversation, withHistory = false } = fact
        this.stamped.push({ type: 'conversationRemoved', conversation, withHistory, seq, ...(through !== undefined && { through }) })
        return
      }
      default:
        this.stamped.push({ ...fact, seq })
    }
  }

  #message({ message, origin }: MessageFact, seq: number, seenAt: number): void {
    const { position } = message
    const covers = position === undefined ? undefined : this.#covers(message.conversation, position, origin !== 'history')
    this.stamped.push({ type: 'message', origin, message, seq, seenAt, ...(covers && { covers }) })
  }

  /** A live message covers from the greatest position before it, if nothing can lie between; else it is a point [RCV3]. */
  #covers(conversation: ConversationId, position: Position, live: boolean): Interval {
    const known = this.#of(conversation)
    const { greatest, flowing } = known
    const above = greatest === undefined || position > greatest
    if (above) {
      known.greatest = position
      known.flowing = live
    }
    known.newest = later(known.newest, position)
    return live && flowing && above ? { from: greatest ?? START, to: position } : { from: position, to: position }
  }

  #accepted(intent: SendIntent, ack: Ack, seq: number): void {
    const { conversation, message } = intent
    const { id, position, at } = ack
    const covers = position === undefined ? undefined : this.#covers(conversation, position, true)
    this.stamped.push({
      type: 'accepted',
      message: {
        ...message,
        body: outgoingBody(message.body),
        from: this.#reader.self,
        ...(id !== undefined && { id }),
        ...(position !== undefined && { position }),
        ...(at !== undefined && { sentAt: at }),
      },
      order: intent.order,
      key: intent.key,
      seq,
      seenAt: intent.enqueuedAt,
      ...(covers && { covers }),
    })
  }

  /** An ack that came when nobody waited for it any more. */
  #lateAck({ localId, ack }: AcceptedFact, seq: number): void {
    const found = this.#reader.find({ from: this.#reader.self, localId })
    if (found === undefined) {
      this.errors.push(chatError('protocol', { message: 'An ack came for a message that this device did not send.', path: 'localId' }))
    } else if (found.send !== undefined) this.#accepted(found.send, ack, seq)
    else {
      const { key, conversation, message } = found
      const order = seq
      const body: Body = message.body ?? { type: 'unknown' }
      this.#accepted(
        {
          key,
          conversation,
          message: { conversation, localId, body },
          order,
          enqueuedAt: message.sentAt,
          send: { state: 'sent' },
          attempts: 0,
        },
        ack,
        seq,
      )
    }
  }

  #receipt(fact: ReceiptFact, seq: number): void {
    const { target, conversation } = fact
    if (!('whole' in target)) {
      for (const ref of 'upTo' in target ? [target.upTo] : target.exactly) this.#proveAcceptance(ref, seq)
      this.stamped.push({ ...fact, target, seq })
      return
    }
    if (conversation === undefined) {
      this.errors.push(chatError('protocol', { message: 'A receipt for a whole conversation does not say which.', path: 'conversation' }))
      return
    }
    const position = target.through ?? this.#of(conversation).newest ?? START
    this.stamped.push({ ...fact, target: { upTo: { position } }, seq })
  }

  /** Whoever has got a message of mine by the name I gave it proves that it got through [SND10]. */
  #proveAcceptance({ from, localId, conversation }: MessageRef, seq: number): void {
    if (from !== this.#reader.self || localId === undefined) return
    const send = this.#reader.find({ from, localId, ...(conversation && { conversation }) })?.send
    if (send !== undefined) this.#accepted(send, {}, seq)
  }

  #entry(entry: ConversationEntry, seq: number, seenAt: number, origin: Fact['origin']): void {
    const known = this.#of(entry.id)
    const position = entry.last?.position
    // My mark and the greatest position as they are now: later ones are not in this number.
    const asOf = entry.unread?.asOf ?? position ?? known.greatest
    const mark = entry.unread?.mark ?? known.readUpTo
    if (entry.last !== undefined) this.#message({ type: 'message', origin: 'history', message: entry.last }, seq, seenAt)
    if (position !== undefined && position === known.greatest && seq > known.gapSeq) known.flowing = true
    const unread = entry.unread && {
      count: entry.unread.count,
      ...(asOf !== undefined && { asOf }),
      ...(mark !== undefined && { mark }),
      ...(entry.unread.mentions !== undefined && { mentions: entry.unread.mentions }),
    }
    this.stamped.push({ type: 'conversation', origin, entry: { ...entry, ...(unread && { unread }) }, seq })
    known.readUpTo = later(known.readUpTo, entry.unread?.mark)
  }

  #page(conversation: ConversationId, page: HistoryPage, seq: number, seenAt: number): void {
    const known = this.#of(conversation)
    const { covers } = page
    if (covers !== undefined) {
      const last = lastPosition(page.facts)
      const whole = covers.to === 'live' && known.gapSeq <= seq
      const from = covers.from === 'start' ? START : covers.from
      const to = covers.to !== 'live' ? covers.to : ((whole ? later(known.greatest, last) : last) ?? from)
      this.stamped.push({ type: 'page', conversation, covers: { from, to: later(from, to) ?? to }, live: whole, seq })
      known.greatest = later(known.greatest, to)
      if (whole) known.flowing = true
    }
    for (const fact of page.facts) this.#fact({ ...fact, origin: 'history' }, seq, seenAt)
  }

  #gap(conversations: readonly ConversationId[] | undefined, seq: number): void {
    this.stamped.push({ type: 'gap', seq, ...(conversations && { conversations }) })
    const missed = conversations === undefined ? this.#known.values() : conversations.map(id => this.#of(id))
    for (const known of missed) {
      known.flowing = false
      known.gapSeq = seq
    }
    if (conversations === undefined) this.#gapSeq = seq
  }

  #of(id: ConversationId): Known {
    const before = this.#known.get(id)
    if (before !== undefined) return before
    const reading = this.#reader.conversation(id)
    const known: Known = {
      greatest: reading?.greatest,
      newest: reading?.newest,
      flowing: (reading?.flowing ?? false) && this.#gapSeq === 0,
      readUpTo: reading?.readUpTo,
      gapSeq: Math.max(reading?.gaps ?? this.#reader.gaps, this.#gapSeq),
    }
    this.#known.set(id, known)
    return known
  }
}

const lastPosition = (facts: readonly Fact[]): Position | undefined =>
  facts.reduce<Position | undefined>((last, fact) => (fact.type === 'message' ? later(last, fact.message.position) : last), undefined)
