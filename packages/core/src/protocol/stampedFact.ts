import type { Interval } from '../model/coverage.ts'
import type { ChatError } from '../model/error.ts'
import type { ConversationId, LocalId, MessageKey } from '../model/ids.ts'
import type { MessageRef } from '../model/messageRef.ts'
import type { Position } from '../model/position.ts'
import type {
  BlocklistFact,
  ContactsFact,
  ConversationEntry,
  DeletedFact,
  EditedFact,
  EphemeralFact,
  MembershipFact,
  Origin,
  PinnedFact,
  PresenceFact,
  ReactionFact,
  ReadCountFact,
  RecalledFact,
  ReceiptFact,
  UpTo,
} from './fact.ts'
import type { RemoteMessage } from './remoteMessage.ts'

/** This device's counter: when a fact arrived or, for the answer to a page or list request, when that request left [CVG2]. */
interface Stamp {
  readonly seq: number
}

export interface StampedMessage extends Stamp {
  readonly type: 'message'
  readonly origin: Origin
  readonly message: RemoteMessage
  /** Known without a hole: from the greatest position before it, if the conversation was at live, to itself [RCV3]. */
  readonly covers?: Interval
  /** This device's clock, corrected: shown where the backend tells no time, and orders nothing. */
  readonly seenAt?: number
}

/** My send got through: the whole message, so that the row stays when the intent goes. */
export interface StampedAcceptance extends Stamp {
  readonly type: 'accepted'
  readonly message: RemoteMessage & { readonly localId: LocalId }
  /** The counter at enqueue: its place until a position is known [ORD2]. */
  readonly order: number
  readonly key: MessageKey
  /** As of a live message: an ack that carries a position comes after every fact below it. */
  readonly covers?: Interval
  readonly seenAt?: number
}

export interface StampedRefusal extends Stamp {
  readonly type: 'refused'
  readonly localId: LocalId
  readonly error: ChatError
}

/** `whole` has become a position: what was newest when it arrived. */
export interface StampedReceipt extends Stamp, Omit<ReceiptFact, 'target' | 'type'> {
  readonly type: 'receipt'
  readonly target: { readonly upTo: UpTo } | { readonly exactly: readonly MessageRef[] }
}

/** `unread` is filled in: counted up to `asOf`, from `mark`. */
export interface StampedEntry extends Stamp {
  readonly type: 'conversation'
  readonly origin: Origin
  readonly entry: ConversationEntry
}

export interface StampedRemoval extends Stamp {
  readonly type: 'conversationRemoved'
  readonly conversation: ConversationId
  readonly through?: Position
  readonly withHistory: boolean
}

/** A history page came: what it covers, and whether it reached the live end when it was asked for. */
export interface StampedPage extends Stamp {
  readonly type: 'page'
  readonly conversation: ConversationId
  readonly covers: Interval
  readonly live: boolean
}

/** Something was missed, in these conversations or, if none are named, anywhere. */
export interface StampedGap extends Stamp {
  readonly type: 'gap'
  readonly conversations?: readonly ConversationId[]
}

/** What happened, with everything that the moment of its arrival implies: these join to one state in any order [CVG1]. */
export type StampedFact =
  | StampedMessage
  | StampedAcceptance
  | StampedRefusal
  | StampedReceipt
  | (Stamp & ReadCountFact)
  | (Stamp & RecalledFact)
  | (Stamp & EditedFact)
  | (Stamp & DeletedFact)
  | (Stamp & EphemeralFact)
  | StampedEntry
  | StampedRemoval
  | (Stamp & MembershipFact)
  | (Stamp & BlocklistFact)
  | (Stamp & ReactionFact)
  | (Stamp & PinnedFact)
  | (Stamp & ContactsFact)
  | (Stamp & PresenceFact)
  | StampedPage
  | StampedGap
