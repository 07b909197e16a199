import type { ConversationId, UserId } from '../../model/ids.ts'
import { canonicalJson } from '../../model/json.ts'
import { type Position, START } from '../../model/position.ts'
import type { Unread } from '../../model/unread.ts'
import type { StampedFact } from '../../protocol/stampedFact.ts'
import type { Covered } from './covered.ts'

/** What unread needs of a message of somebody else that has a row, or had one before it was taken out. */
export interface Countable {
  readonly position: Position | undefined
  /** When it was first heard that it no longer counts: recalled, deleted, or marked as read by itself. */
  readonly outSeq: number | undefined
}

/** Unread of one conversation, from its definition [UNR2]. */
export const unreadOf = (
  conversation: ConversationId,
  facts: readonly StampedFact[],
  messages: readonly Countable[],
  mark: { readonly read: Position | undefined; readonly cleared: Position | undefined },
  covered: Covered,
): Unread => {
  const told = toldUnread(conversation, facts)
  const m = maximum(mark.read, told?.value.mark, mark.cleared) ?? START
  const counted = (after: Position, through?: Position): number =>
    messages.filter(
      ({ position, outSeq }) =>
        outSeq === undefined &&
        (position === undefined ? through === undefined : after < position && (through === undefined || position <= through)),
    ).length

  const { greatest } = covered
  const known = covered.atLive && (greatest === undefined || m >= greatest || covered.together(m, greatest))
  if (known) return { count: counted(m), exact: true }
  if (told === undefined || m >= told.value.asOf) return { count: counted(m), exact: false }

  const { count, asOf, mark: from } = told.value
  const out = messages.filter(
    ({ position, outSeq }) => position !== undefined && from < position && position <= asOf && outSeq !== undefined && outSeq > told.seq,
  ).length
  return { count: Math.max(counted(m, asOf), count - counted(from, m) - out) + counted(asOf), exact: false }
}

/** The latest number of the backend. */
const toldUnread = (conversation: ConversationId, facts: readonly StampedFact[]) =>
  facts
    .flatMap(fact =>
      fact.type === 'conversation' && fact.entry.id === conversation && fact.entry.unread !== undefined
        ? [
            {
              seq: fact.seq,
              value: { count: fact.entry.unread.count, asOf: fact.entry.unread.asOf ?? START, mark: fact.entry.unread.mark ?? START },
            },
          ]
        : [],
    )
    .sort((a, b) => b.seq - a.seq || (canonicalJson(a.value) < canonicalJson(b.value) ? 1 : -1))[0]

/** A conversation with oneself is always read [ID3]. */
export const isWithOneself = (conversation: ConversationId, self: UserId): boolean => conversation === `direct:${self}`

const maximum = (...positions: readonly (Position | undefined)[]): Position | undefined =>
  positions.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a))
