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
  readonly mentionsMe: boolean
}

interface Marks {
  readonly read: Position | undefined
  readonly cleared: Position | undefined
}

/** Unread of one conversation, from its definition [UNR2]. */
export const unreadOf = (
  conversation: ConversationId,
  facts: readonly StampedFact[],
  messages: readonly Countable[],
  mark: Marks,
  covered: Covered,
): Unread => {
  const told = toldUnread(conversation, facts)
  const { m, known, counted } = definition(messages, mark, told?.value.mark, covered)
  if (known) return { count: counted(m), exact: true }
  if (told === undefined || m >= told.value.asOf) return { count: counted(m), exact: false }

  const { count, asOf, mark: from } = told.value
  const out = messages.filter(
    ({ position, outSeq }) => position !== undefined && from < position && position <= asOf && outSeq !== undefined && outSeq > told.seq,
  ).length
  return { count: Math.max(counted(m, asOf), count - counted(from, m) - out) + counted(asOf), exact: false }
}

/** How many of the unread mention me, from the same definition; what was withdrawn since is not known to have mentioned me [MEN1]. */
export const mentionsOf = (
  conversation: ConversationId,
  facts: readonly StampedFact[],
  messages: readonly Countable[],
  mark: Marks,
  covered: Covered,
): number => {
  const told = toldUnread(conversation, facts)
  const { m, known, counted } = definition(
    messages.filter(({ mentionsMe }) => mentionsMe),
    mark,
    told?.value.mark,
    covered,
  )
  if (known || told?.value.mentions === undefined || m >= told.value.asOf) return counted(m)
  const { mentions, asOf, mark: from } = told.value
  return Math.max(counted(m, asOf), mentions - counted(from, m)) + counted(asOf)
}

/** My mark, whether all above it is here, and how many of these lie in a stretch. */
const definition = (messages: readonly Countable[], mark: Marks, listed: Position | undefined, covered: Covered) => {
  const m = maximum(mark.read, listed, mark.cleared) ?? START
  const { greatest } = covered
  return {
    m,
    known: covered.atLive && (greatest === undefined || m >= greatest || covered.together(m, greatest)),
    counted: (after: Position, through?: Position): number =>
      messages.filter(
        ({ position, outSeq }) =>
          outSeq === undefined &&
          (position === undefined ? through === undefined : after < position && (through === undefined || position <= through)),
      ).length,
  }
}

/** The latest number of the backend. */
const toldUnread = (conversation: ConversationId, facts: readonly StampedFact[]) =>
  facts
    .flatMap(fact =>
      fact.type === 'conversation' && fact.entry.id === conversation && fact.entry.unread !== undefined
        ? [
            {
              seq: fact.seq,
              value: {
                count: fact.entry.unread.count,
                asOf: fact.entry.unread.asOf ?? START,
                mark: fact.entry.unread.mark ?? START,
                ...(fact.entry.unread.mentions !== undefined && { mentions: fact.entry.unread.mentions }),
              },
            },
          ]
        : [],
    )
    .sort((a, b) => b.seq - a.seq || (canonicalJson(a.value) < canonicalJson(b.value) ? 1 : -1))[0]

/** A conversation with oneself is always read [ID3]. */
export const isWithOneself = (conversation: ConversationId, self: UserId): boolean => conversation === `direct:${self}`

const maximum = (...positions: readonly (Position | undefined)[]): Position | undefined =>
  positions.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a))
