import { chatError } from '../../model/error.ts'
import type { Interval } from '../../model/coverage.ts'
import type { ConversationId, LocalId } from '../../model/ids.ts'
import type { MessageRef } from '../../model/messageRef.ts'
import { later, type Position, START } from '../../model/position.ts'
import type { Fact } from '../../protocol/fact.ts'
import type { Intent, SendIntent } from '../../protocol/intent.ts'
import type { Ack, RemoteMessage } from '../../protocol/remoteMessage.ts'
import type { StampedFact } from '../../protocol/stampedFact.ts'
import { coveredIn } from '../fold/covered.ts'
import { removalOf } from '../fold/removal.ts'
import type { Arrival, PendingState } from './arrival.ts'
import { SELF } from './world.ts'

/** What a device made of its arrivals. */
export interface Stamped {
  /** In the order of arrival; the answer to a request has the number of the request. */
  readonly facts: readonly StampedFact[]
  readonly intents: readonly Intent[]
}

/** Stamps arrivals one by one: each gets its number, and every position that its moment implies [CVG2]. */
export const stampArrivals = (arrivals: readonly Arrival[]): Stamped => {
  const facts: StampedFact[] = []
  const sends = new Map<LocalId, SendIntent>()
  const waiting: SendIntent[] = []
  const requests = new Map<number, number>()
  let seq = 0
  const clock = (): number => 1_767_225_600_000 + seq

  const take = (fact: StampedFact | undefined): void => {
    if (fact !== undefined) facts.push(fact)
  }

  const covered = (conversation: ConversationId) => coveredIn(conversation, facts, removalOf(conversation, facts).clearedThrough)
  const myMark = (conversation: ConversationId): Position | undefined =>
    facts
      .filter(fact => fact.type === 'receipt')
      .filter(fact => fact.conversation === conversation && fact.user === SELF && fact.kind === 'read')
      .map(({ target }) => ('upTo' in target ? target.upTo.position : undefined))
      .reduce<Position | undefined>(later, undefined)

  /** From the greatest position before it, if the conversation was at live; else a point [RCV3]. */
  const coveredBy = ({ position, conversation }: RemoteMessage, alive: boolean): { readonly covers?: Interval } => {
    if (position === undefined) return {}
    const { greatest = START, atLive } = covered(conversation)
    return { covers: { from: alive && atLive && greatest < position ? greatest : position, to: position } }
  }

  const acceptance = (send: SendIntent, { id, position, at: sentAt }: Ack, at: number): StampedFact => {
    const message: RemoteMessage & { readonly localId: LocalId } = {
      ...send.message,
      from: SELF,
      ...(sentAt !== undefined && { sentAt }),
      ...(id !== undefined && { id }),
      ...(position !== undefined && { position }),
    }
    return { type: 'accepted', seq: at, message, order: send.order, key: send.key, seenAt: clock(), ...coveredBy(message, true) }
  }

  /** A receipt that names my localId proves that the send got through [SND10]: it brings the acceptance along, once. */
  const proofs = (refs: readonly MessageRef[], at: number): void => {
    for (const { from, localId } of refs) {
      const send = from === SELF && localId !== undefined ? sends.get(localId) : undefined
      if (send === undefined || facts.some(fact => fact.type === 'accepted' && fact.key === send.key)) continue
      take(acceptance(send, {}, at))
    }
  }

  /** A fact with its number; `undefined` if it says nothing here. */
  const stamp = (fact: Fact, at: number, alive: boolean): StampedFact | undefined => {
    switch (fact.type) {
      case 'message':
        return { ...fact, seq: at, seenAt: clock(), ...coveredBy(fact.message, alive) }
      case 'accepted':
        return undefined
      case 'receipt': {
        const { target } = fact
        if (!('whole' in target)) proofs('exactly' in target ? target.exactly : [target.upTo], at)
        if (!('whole' in target)) return { ...fact, target, seq: at }
        const position = target.through ?? (fact.conversation && covered(fact.conversation).greatest)
        return position === undefined ? undefined : { ...fact, target: { upTo: { position } }, seq: at }
      }
      case 'conversation': {
        const { entry } = fact
        if (entry.last !== undefined)
          take({ type: 'message', origin: 'history', message: entry.last, seq: at, seenAt: clock(), ...coveredBy(entry.last, false) })
        if (entry.unread === undefined) return { ...fact, seq: at }
        const asOf = entry.unread.asOf ?? entry.last?.position
        const mark = entry.unread.mark ?? myMark(entry.id)
        const { count, mentions } = entry.unread
        const unread = {
          count,
          ...(mentions !== undefined && { mentions }),
          ...(asOf !== undefined && { asOf }),
          ...(mark !== undefined && { mark }),
        }
        return { ...fact, entry: { ...entry, unread }, seq: at }
      }
      case 'conversationRemoved': {
        const through = fact.through ?? covered(fact.conversation).greatest
        return { ...fact, ...(through !== undefined && { through }), withHistory: fact.withHistory ?? false, seq: at }
      }
      default:
        return { ...fact, seq: at }
    }
  }

  for (const arrival of arrivals) {
    seq += 1
    switch (arrival.type) {
      case 'fact':
        take(stamp(arrival.fact, seq, true))
        break
      case 'enqueue': {
        const { conversation, localId } = arrival.message
        const send: SendIntent = {
          key: `key of ${localId}`,
          conversation,
          message: arrival.message,
          order: seq,
          enqueuedAt: clock(),
          send: sendState(arrival.pending ?? 'sending'),
          attempts: 1,
        }
        sends.set(localId, send)
        if (arrival.pending !== undefined) waiting.push(send)
        break
      }
      case 'accepted': {
        const send = sends.get(arrival.localId)
        if (send === undefined) break
        take(acceptance(send, arrival.ack, seq))
        break
      }
      case 'request':
        requests.set(arrival.request, seq)
        break
      case 'page': {
        const requested = requests.get(arrival.request) ?? seq
        const { conversation, page } = arrival
        for (const fact of page.facts) take(stamp(fact, requested, false))
        if (page.covers === undefined) break
        const positions = page.facts.map(fact => (fact.type === 'message' ? fact.message.position : undefined))
        const from = page.covers.from === 'start' ? START : page.covers.from
        const live = page.covers.to === 'live'
        const missed = facts.some(
          fact => fact.type === 'gap' && fact.seq > requested && (fact.conversations?.includes(conversation) ?? true),
        )
        const to = page.covers.to !== 'live' ? page.covers.to : missed ? positions.reduce(later, undefined) : covered(conversation).greatest
        take({ type: 'page', seq: requested, conversation, covers: { from, to: later(from, to) ?? from }, live })
        break
      }
      case 'entries': {
        const requested = requests.get(arrival.request) ?? seq
        for (const entry of arrival.entries) take(stamp({ type: 'conversation', origin: 'history', entry }, requested, false))
        break
      }
      case 'gap':
        take({ ...arrival, seq })
        break
    }
  }
  return { facts, intents: waiting.map(intent => ({ type: 'send', intent })) }
}

const sendState = (state: PendingState): SendIntent['send'] => (state === 'failed' ? { state, error: chatError('timeout') } : { state })
