import { sequence, type Sequence } from '../collections/sequence.ts'
import type { Conversation } from '../model/conversation.ts'
import { isConversationId, type ConversationId, type UserId } from '../model/ids.ts'
import type { Unread } from '../model/unread.ts'
import { noConversations, type ConversationList, type ListRow, type Rank } from '../select/conversationList.ts'
import { conversationView, isListed } from '../select/conversationView.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { same } from './same.ts'

/** The conversation list, kept in order as conversations change: a change moves one row [CNV2]. */
export class Listing {
  readonly #self: UserId
  readonly #rows = new Map<ConversationId, ListRow>()
  #list: ConversationList = noConversations
  #view: { readonly list: ConversationList; readonly sequence: Sequence<Conversation> } | undefined

  constructor(self: UserId) {
    this.#self = self
  }

  update(slice: ConversationState): void {
    const before = this.#rows.get(slice.id)
    const after = isListed(slice) ? this.#rowOf(slice, before) : undefined
    if (after === before) return
    if (before !== undefined && (after === undefined || !same(before.rank, after.rank))) this.#list = this.#list.delete(before.rank)
    if (after === undefined) this.#rows.delete(slice.id)
    else {
      this.#rows.set(slice.id, after)
      this.#list = this.#list.set(after)
    }
  }

  isSilenced(id: ConversationId): boolean {
    return this.#rows.get(id)?.conversation.silenced ?? false
  }

  get conversations(): Sequence<Conversation> {
    const list = this.#list
    if (this.#view?.list !== list) this.#view = { list, sequence: sequenceOf(list, id => this.#rows.get(id)?.rank) }
    return this.#view.sequence
  }

  get total(): Unread {
    const { unread, inexact } = this.#list.summary
    return { count: unread, exact: inexact === 0 }
  }

  #rowOf(slice: ConversationState, before: ListRow | undefined): ListRow {
    const conversation = conversationView(slice, this.#self)
    const rank: Rank = {
      pinned: conversation.pinned,
      sending: slice.sends.last()?.order ?? 0,
      activity: slice.activity ?? 0,
      id: slice.id,
    }
    return before !== undefined && same(before, { rank, conversation }) ? before : { rank, conversation }
  }
}

/** An older version of the list finds a conversation where it stands now, or not at all. */
const sequenceOf = (list: ConversationList, rankOf: (id: ConversationId) => Rank | undefined): Sequence<Conversation> =>
  sequence<Conversation>({
    length: list.size,
    at: index => list.at(index)?.conversation,
    *range(from, to) {
      for (const row of list.range(from, to)) yield row.conversation
    },
    indexOf: key => {
      const rank = isConversationId(key) ? rankOf(key) : undefined
      return rank !== undefined && list.has(rank) ? list.rank(rank) : -1
    },
  })
