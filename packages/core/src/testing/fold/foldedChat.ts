import type { Body } from '../../model/body.ts'
import type { ConversationId, LocalId, MessageId, UserId } from '../../model/ids.ts'
import type { Membership } from '../../model/membership.ts'
import type { Edited, Recalled } from '../../model/message.ts'
import type { MessageRef } from '../../model/messageRef.ts'
import type { Position } from '../../model/position.ts'
import type { Ext } from '../../model/register.ts'
import type { SendState } from '../../model/sendState.ts'
import type { Unread } from '../../model/unread.ts'

/** How far one of my messages has come. Users are sorted by code unit. */
export interface FoldedReceipts {
  readonly delivered: number
  readonly read: number
  readonly of?: number
  readonly readers: readonly UserId[]
}

/** A visible message, or a tombstone (`recalled`, then without `body`, `ext` and `edited`). */
export interface FoldedMessage {
  /** Every id it owns, sorted. */
  readonly ids: readonly MessageId[]
  readonly localId?: LocalId
  readonly from: UserId
  readonly position?: Position
  readonly sentAt?: number
  readonly to?: readonly UserId[]
  readonly replyTo?: MessageRef
  readonly wantsReadCount?: boolean
  readonly body?: Body
  readonly ext?: Ext
  readonly edited?: Edited
  readonly recalled?: Recalled
  /** Who put what to it, sorted; absent without any. */
  readonly reactions?: readonly { readonly emoji: string; readonly users: readonly UserId[] }[]
  /** Only on mine; a failed one with the code of its error. */
  readonly send?: SendState['state'] | `failed:${string}`
  /** Only on mine. */
  readonly receipts?: FoldedReceipts
}

/** One conversation's end state. */
export interface FoldedConversation {
  readonly id: ConversationId
  /** In the order of a timeline. */
  readonly messages: readonly FoldedMessage[]
  /** Positions of the messages right below a gap; one that has no row, a command or a deleted one, too. */
  readonly gaps: readonly Position[]
  readonly hasOlder: boolean
  readonly atLive: boolean
  readonly unread: Unread
  /** How many of the unread mention me. */
  readonly mentions: number
  readonly markedUnread: boolean
  /** Ids of what is pinned, sorted. */
  readonly pins: readonly MessageId[]
  /** Whether it stands in the list. */
  readonly listed: boolean
  readonly title?: string
  readonly avatar?: string
  readonly members?: number
  readonly pinned: number
  readonly silenced: boolean
  readonly archived: boolean
  readonly activity?: number
  readonly preview?: FoldedMessage
}

/** The visible end state of a set of stamped facts. */
export interface FoldedChat {
  /** Every conversation that a fact or a send names. */
  readonly conversations: ReadonlyMap<ConversationId, FoldedConversation>
  /** Those in the list, in its order. */
  readonly list: readonly ConversationId[]
  readonly totalUnread: Unread
  /** Sorted by code unit. */
  readonly blocklist: readonly UserId[]
  /** Sorted by conversation, then user. */
  readonly memberships: readonly Membership[]
}
