import { compareText } from '../collections/compareText.ts'
import { OrderedTree } from '../collections/orderedTree.ts'
import type { TreeShape } from '../collections/orderedTree.ts'
import type { Conversation } from '../model/conversation.ts'

/** What decides where a conversation stands [CNV2]. */
export interface Rank {
  readonly pinned: number
  /** Counter of the newest unfinished send; 0 without one. */
  readonly sending: number
  readonly activity: number
  readonly id: string
}

export interface ListRow {
  readonly rank: Rank
  readonly conversation: Conversation
}

/** Sums over a stretch of the list: the total costs nothing extra [UNR6]. */
export interface ListSum {
  readonly unread: number
  readonly inexact: number
}

export type ConversationList = OrderedTree<Rank, ListRow, ListSum>

const shape: TreeShape<Rank, ListRow, ListSum> = {
  keyOf: row => row.rank,
  compare: (a, b) => b.pinned - a.pinned || b.sending - a.sending || b.activity - a.activity || compareText(a.id, b.id),
  empty: { unread: 0, inexact: 0 },
  measure: ({ conversation: { unread, silenced } }) =>
    silenced ? { unread: 0, inexact: 0 } : { unread: unread.count, inexact: unread.exact ? 0 : 1 },
  combine: (a, b) => ({ unread: a.unread + b.unread, inexact: a.inexact + b.inexact }),
}

export const noConversations: ConversationList = /* @__PURE__ */ OrderedTree.of(shape)
