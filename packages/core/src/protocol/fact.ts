import type { Body } from '../model/body.ts'
import type { ChatError } from '../model/error.ts'
import type { Contact } from '../model/contact.ts'
import type { ConversationId, LocalId, MessageId, UserId } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import type { Membership } from '../model/membership.ts'
import type { Authority } from '../model/message.ts'
import type { MessageRef } from '../model/messageRef.ts'
import type { Position } from '../model/position.ts'
import type { Presence } from '../model/presence.ts'
import type { ReceiptKind } from '../model/receipts.ts'
import type { Ext } from '../model/register.ts'
import type { Ack, RemoteMessage } from './remoteMessage.ts'

/** How a fact came: as it happened, on catching up after a break, in a history page or list, or as the answer to my own command. */
export type Origin = 'live' | 'catchup' | 'history' | 'echo'

/** A message that may stand in for a position: by name, by position, or by both. */
export interface UpTo extends MessageRef {
  readonly position?: Position
}

/**
 * What a mark reaches. Three forms, because real backends have three: everything up to a message, some messages, or the
 * whole conversation (`through` what, if the backend says).
 */
export type ReceiptTarget =
  | { readonly upTo: UpTo }
  | { readonly exactly: readonly MessageRef[] }
  | { readonly whole: true; readonly through?: Position }

/** A conversation as a backend's list tells it. Absent fields say nothing. */
export interface ConversationEntry {
  readonly id: ConversationId
  readonly last?: RemoteMessage
  /** `asOf`: the newest position counted; `mark`: my mark it was counted from; `mentions`: how many of them mention me. */
  readonly unread?: { readonly count: number; readonly asOf?: Position; readonly mark?: Position; readonly mentions?: number }
  readonly title?: string
  readonly avatar?: string
  readonly members?: number
  /** Rank among the pinned; 0 is not pinned. */
  readonly pinned?: number
  readonly silenced?: boolean
  readonly archived?: boolean
  readonly markedUnread?: boolean
  /** Server time of the last activity. */
  readonly activity?: number
  readonly version?: string
}

interface Told {
  readonly origin: Origin
}

export interface MessageFact extends Told {
  readonly type: 'message'
  readonly message: RemoteMessage
}
/** A send of mine got through; the late form of what `Transport.send` resolves with. */
export interface AcceptedFact extends Told {
  readonly type: 'accepted'
  readonly localId: LocalId
  readonly ack: Ack
}
/** A send of mine was refused, maybe after its ack (`Capabilities.refusalAfterAck`). */
export interface RefusedFact extends Told {
  readonly type: 'refused'
  readonly localId: LocalId
  readonly error: ChatError
}
export interface ReceiptFact extends Told {
  readonly type: 'receipt'
  /** May be absent if every reference names its conversation or ids are global. */
  readonly conversation?: ConversationId
  readonly user: UserId
  readonly kind: ReceiptKind
  readonly target: ReceiptTarget
  readonly at?: number
  readonly content?: string
}
/** How many have read (or got) a message, as the backend counts. */
export interface ReadCountFact extends Told {
  readonly type: 'readCount'
  readonly target: MessageRef
  readonly read: number
  readonly delivered?: number
  readonly of?: number
}
export interface RecalledFact extends Told {
  readonly type: 'recalled'
  readonly target: MessageRef
  readonly by: UserId
  readonly as: Authority
  readonly at?: number
}
export interface EditedFact extends Told {
  readonly type: 'edited'
  readonly target: MessageRef
  readonly body: Body
  readonly ext?: Ext
  readonly by: UserId
  readonly as: Authority
  readonly at?: number
  readonly version?: string
}
/** Messages are gone for me or for all: those named, or all through a position. */
export interface DeletedFact extends Told {
  readonly type: 'deleted'
  readonly conversation?: ConversationId
  readonly target: { readonly exactly: readonly MessageRef[] } | { readonly through: Position }
}
export interface EphemeralFact extends Told {
  readonly type: 'ephemeral'
  readonly conversation: ConversationId
  readonly from: UserId
  readonly name: string
  readonly data: Json
}
export interface ConversationFact extends Told {
  readonly type: 'conversation'
  readonly entry: ConversationEntry
}
export interface ConversationRemovedFact extends Told {
  readonly type: 'conversationRemoved'
  readonly conversation: ConversationId
  /** The newest position removed; else ingress takes the newest known. */
  readonly through?: Position
  readonly withHistory?: boolean
}
export interface MembershipFact extends Told {
  readonly type: 'membership'
  readonly membership: Membership
  readonly version?: string
}
/** Blocked or not, user by user; `whole` says that nobody else is blocked. */
export interface BlocklistFact extends Told {
  readonly type: 'blocklist'
  readonly blocked?: readonly UserId[]
  readonly unblocked?: readonly UserId[]
  readonly whole?: boolean
  readonly version?: string
}

/** Somebody put an emoji to a message, or took it away. One register per message, user and emoji. */
export interface ReactionFact extends Told {
  readonly type: 'reaction'
  readonly target: MessageRef
  readonly user: UserId
  readonly emoji: string
  readonly active: boolean
  readonly version?: string
}
/** A message was pinned for all of its conversation, or is so no more. One register per message id. */
export interface PinnedFact extends Told {
  readonly type: 'pinned'
  readonly conversation: ConversationId
  readonly id: MessageId
  readonly pinned: boolean
  readonly by: UserId
  readonly at?: number
  readonly version?: string
}
/** How people stand to me, one register each; `whole` says that there is nobody else. */
export interface ContactsFact extends Told {
  readonly type: 'contacts'
  readonly contacts: readonly Contact[]
  readonly whole?: boolean
  readonly version?: string
}
/** Whether somebody is there. */
export interface PresenceFact extends Told {
  readonly type: 'presence'
  readonly user: UserId
  readonly presence: Presence
  readonly version?: string
}

/** What happened, as a transport tells it. */
export type Fact =
  | MessageFact
  | AcceptedFact
  | RefusedFact
  | ReceiptFact
  | ReadCountFact
  | RecalledFact
  | EditedFact
  | DeletedFact
  | EphemeralFact
  | ConversationFact
  | ConversationRemovedFact
  | MembershipFact
  | BlocklistFact
  | ReactionFact
  | PinnedFact
  | ContactsFact
  | PresenceFact
