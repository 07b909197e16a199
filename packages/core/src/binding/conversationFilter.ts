import type { Sequence } from '../collections/sequence.ts'
import { sequence } from '../collections/sequence.ts'
import type { Conversation } from '../model/conversation.ts'
import type { ConversationKind } from '../model/ids.ts'
import { conversationKind, conversationName } from '../model/ids.ts'
import type { Readable } from '../model/readable.ts'
import { derivedReadable } from './derivedReadable.ts'
import { keepSame } from './keepSame.ts'
import { lastCall } from './lastCall.ts'

/** Which conversations of the list are wanted: those that meet every field that is there. */
export interface ConversationFilter {
  readonly kind?: ConversationKind | undefined
  /** Only what has something unread, or is marked unread by hand. */
  readonly unreadOnly?: boolean | undefined
  /** `true`: only archived ones; `false`: only the others; absent: both. */
  readonly archived?: boolean | undefined
  /** Part of the title or of the name in the id, in any case; blank finds all. */
  readonly search?: string | undefined
}

/** Says of each conversation whether it is wanted. Must depend on nothing else that changes. */
export type ConversationPredicate = (conversation: Conversation) => boolean

/**
 * Makes a function that gives the conversations that a filter lets through, in their order, as a Readable: the same one for an equal
 * filter. And over all filters its sequence stays the same while the same conversations pass unchanged.
 */
export const conversationSelector = (): ((
  conversations: Readable<Sequence<Conversation>>,
  filter: ConversationFilter | ConversationPredicate,
) => Readable<Sequence<Conversation>>) => {
  const keep = keepSame<Conversation>()
  return lastCall(
    (conversations, filter) => {
      const passes = typeof filter === 'function' ? filter : predicateOf(filter)
      return passes === undefined ? conversations : derivedReadable(conversations, all => keep(subsequence(all, passes)))
    },
    ([list, filter], [nextList, nextFilter]) => list === nextList && sameFilter(filter, nextFilter),
  )
}

const sameFilter = (a: ConversationFilter | ConversationPredicate, b: ConversationFilter | ConversationPredicate): boolean =>
  a === b ||
  (typeof a === 'object' &&
    typeof b === 'object' &&
    a.kind === b.kind &&
    a.unreadOnly === b.unreadOnly &&
    a.archived === b.archived &&
    a.search === b.search)

/** `undefined` for a filter that lets everything through. */
const predicateOf = ({ kind, unreadOnly = false, archived, search = '' }: ConversationFilter): ConversationPredicate | undefined => {
  const wanted = search.trim().toLowerCase()
  if (kind === undefined && !unreadOnly && archived === undefined && wanted === '') return undefined
  return conversation =>
    (kind === undefined || conversationKind(conversation.id) === kind) &&
    (!unreadOnly || conversation.unread.count > 0 || conversation.unread.marked) &&
    (archived === undefined || conversation.archived === archived) &&
    (wanted === '' || [conversation.title ?? '', conversationName(conversation.id)].some(name => name.toLowerCase().includes(wanted)))
}

const subsequence = <T>(all: Sequence<T>, passes: (item: T) => boolean): Sequence<T> => {
  const items: T[] = []
  const places: number[] = []
  let place = 0
  for (const item of all) {
    if (passes(item)) {
      items.push(item)
      places.push(place)
    }
    place++
  }
  if (items.length === all.length) return all
  return sequence({
    length: items.length,
    at: index => items[index],
    range: (from, to) => items.slice(from, to),
    indexOf: key => ascendingIndexOf(places, all.indexOf(key)),
  })
}

const ascendingIndexOf = (numbers: readonly number[], wanted: number): number => {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const number = numbers[middle]
    if (number !== undefined && number < wanted) low = middle + 1
    else high = middle
  }
  return numbers[low] === wanted ? low : -1
}
