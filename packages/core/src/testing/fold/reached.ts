import type { ConversationId, UserId } from '../../model/ids.ts'
import type { Position } from '../../model/position.ts'
import type { ReceiptKind } from '../../model/receipts.ts'
import type { StampedFact, StampedReceipt } from '../../protocol/stampedFact.ts'
import type { MessageClass } from './messageClass.ts'
import { type IdScope, namesIn } from './messageName.ts'

/** What one receipt says, with its names looked up. */
interface Mark {
  readonly fact: StampedReceipt
  readonly conversation: ConversationId | undefined
  /** Everything up to here. */
  readonly upTo: Position | undefined
  readonly exactly: readonly MessageClass[]
}

/** What everybody has reached. */
export interface Reached {
  /** Greatest watermark of a user; delivery counts what was read, too [RCP1]. */
  readonly watermark: (conversation: ConversationId, user: UserId, kind: ReceiptKind) => Position | undefined
  /** When this user first marked this message by itself, not by a watermark. */
  readonly exactSeq: (message: MessageClass, user: UserId, kind: ReceiptKind) => number | undefined
  /** Users who reached a message, its sender left out, sorted. */
  readonly users: (message: MessageClass, kind: ReceiptKind) => readonly UserId[]
  /** When this user last sent any mark of this kind here. */
  readonly lastSeq: (conversation: ConversationId, user: UserId, kind: ReceiptKind) => number | undefined
}

export const reachedBy = (scope: IdScope, facts: readonly StampedFact[], classes: readonly MessageClass[]): Reached => {
  const marks = facts.flatMap(fact => (fact.type === 'receipt' ? [markOf(scope, fact, classes)] : []))
  const counts = (mark: Mark, kind: ReceiptKind): boolean => mark.fact.kind === 'read' || kind === 'delivered'

  const watermark = (conversation: ConversationId, user: UserId, kind: ReceiptKind): Position | undefined =>
    marks
      .filter(mark => mark.conversation === conversation && mark.fact.user === user && counts(mark, kind))
      .reduce<Position | undefined>(
        (most, { upTo }) => (upTo !== undefined && (most === undefined || upTo > most) ? upTo : most),
        undefined,
      )

  const exactSeq = (message: MessageClass, user: UserId, kind: ReceiptKind): number | undefined =>
    least(marks.filter(mark => mark.fact.user === user && counts(mark, kind) && mark.exactly.includes(message)).map(({ fact }) => fact.seq))

  const users = (message: MessageClass, kind: ReceiptKind): readonly UserId[] =>
    [...new Set(marks.map(({ fact }) => fact.user))]
      .filter(user => {
        if (user === message.content.from) return false
        if (exactSeq(message, user, kind) !== undefined) return true
        const reached = watermark(message.conversation, user, kind)
        return reached !== undefined && message.position !== undefined && message.position <= reached
      })
      .sort((a, b) => (a < b ? -1 : 1))

  const lastSeq = (conversation: ConversationId, user: UserId, kind: ReceiptKind): number | undefined => {
    const seqs = marks
      .filter(mark => mark.conversation === conversation && mark.fact.user === user && mark.fact.kind === kind)
      .map(({ fact }) => fact.seq)
    return seqs.length > 0 ? Math.max(...seqs) : undefined
  }

  return { watermark, exactSeq, users, lastSeq }
}

const markOf = (scope: IdScope, fact: StampedReceipt, classes: readonly MessageClass[]): Mark => {
  const { target } = fact
  const refs = 'exactly' in target ? target.exactly : [target.upTo]
  const named = refs.flatMap(ref => {
    const names = namesIn(scope, ref, fact.conversation)
    return classes.filter(one => names.some(name => one.names.has(name)))
  })
  const conversation = fact.conversation ?? refs.find(ref => ref.conversation !== undefined)?.conversation ?? named[0]?.conversation
  return {
    fact,
    conversation,
    upTo: 'exactly' in target ? undefined : (target.upTo.position ?? furthest(named)),
    exactly: 'exactly' in target ? named : [],
  }
}

/** Two names may name two rows that nobody has told to be one: the mark reaches the further one. */
const furthest = (messages: readonly MessageClass[]): Position | undefined =>
  messages.map(({ position }) => position).reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined)

const least = (seqs: readonly number[]): number | undefined => (seqs.length > 0 ? Math.min(...seqs) : undefined)
