import type { ConversationId } from '../../model/ids.ts'
import { canonicalJson } from '../../model/json.ts'
import type { Position } from '../../model/position.ts'
import type { RemoteMessage } from '../../protocol/remoteMessage.ts'
import type { Copy } from './copy.ts'
import { type IdScope, type MessageName, namesIn } from './messageName.ts'

/** All copies that are one message, because their names overlap [ID1]. */
export interface MessageClass {
  readonly conversation: ConversationId
  readonly names: ReadonlySet<MessageName>
  readonly copies: readonly Copy[]
  /** What is shown of it, before edits and recalls. */
  readonly content: RemoteMessage
  readonly position: Position | undefined
  /** Server time. */
  readonly sentAt: number | undefined
  /** What is shown as its time: the server's or, where it tells none, when this device saw it. */
  readonly shownAt: number | undefined
  /** Its place among messages without a position [ORD2]. */
  readonly order: number
  /** When it was first told. */
  readonly firstSeq: number
}

/** Puts copies whose names overlap together, however far the chain of names reaches. */
export const messageClasses = (scope: IdScope, copies: readonly Copy[]): readonly MessageClass[] => {
  let groups: { names: Set<MessageName>; copies: Copy[] }[] = []
  for (const copy of copies) {
    const joined = { names: new Set(namesIn(scope, copy.message)), copies: [copy] }
    groups = groups.filter(group => {
      if (![...group.names].some(name => joined.names.has(name))) return true
      for (const name of group.names) joined.names.add(name)
      joined.copies.push(...group.copies)
      return false
    })
    groups.push(joined)
  }
  return groups.map(({ names, copies: all }) => classOf(names, all))
}

const classOf = (names: ReadonlySet<MessageName>, copies: readonly Copy[]): MessageClass => {
  const content = [...copies].sort(byAuthority)[0]?.message
  if (content === undefined) throw new Error('a class of messages has at least one copy')
  const orders = copies.flatMap(({ order }) => order ?? [])
  const told = copies.filter(({ source }) => source !== 'send')
  const seen = told.length > 0 ? told : copies
  const sentAt = told.map(({ message }) => message.sentAt).reduce(lesser, undefined)
  const firstSeq = Math.min(...copies.map(({ seq }) => seq))
  return {
    conversation: content.conversation,
    names,
    copies,
    content,
    position: copies.map(({ message }) => message.position).reduce(lesser, undefined),
    sentAt,
    shownAt: sentAt ?? seen.map(({ seenAt }) => seenAt).reduce(lesser, undefined),
    order: orders.length > 0 ? Math.min(...orders) : firstSeq,
    firstSeq,
  }
}

const authority = { message: 0, accepted: 1, send: 2 } as const

/** Copies before acks before what I asked for; then the earliest. */
const byAuthority = (a: Copy, b: Copy): number =>
  authority[a.source] - authority[b.source] || a.seq - b.seq || (canonicalJson(a.message) < canonicalJson(b.message) ? -1 : 1)

const lesser = <T extends string | number>(a: T | undefined, b: T | undefined): T | undefined =>
  a === undefined ? b : b === undefined || a < b ? a : b
