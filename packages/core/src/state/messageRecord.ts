import type { Beside } from '../model/beside.ts'
import type { Body } from '../model/body.ts'
import type { ChatError } from '../model/error.ts'
import type { ConversationId, LocalId, MessageId, MessageKey, UserId } from '../model/ids.ts'
import type { Authority, Recalled } from '../model/message.ts'
import type { Position } from '../model/position.ts'
import type { Ext } from '../model/register.ts'
import type { PendingChange } from '../model/sendState.ts'
import type { Versioned } from '../model/versioned.ts'
import type { SendIntent } from '../protocol/intent.ts'
import type { ReactionMark, ReactionTree } from './reactionTree.ts'

/** What a message says. Of several copies one stands: a `message` fact before an acceptance, then the least seq [EDT1]. */
export interface Content extends Beside {
  readonly body: Body
  readonly source: 'copy' | 'acceptance'
  readonly seq: number
}

export interface Edit {
  readonly body: Body
  readonly ext?: Ext
  readonly by: UserId
  readonly as: Authority
  readonly at?: number
}

/** Where a record stands: by position; without one, after all others by the device's counter [ORD1, ORD2]. */
export interface Place {
  /** The least of those told; absent until one is [ORD3]. */
  readonly position?: Position
  readonly order: number
  /** Tells apart what a faulty backend put at one position: the least id, or what stands in for it. */
  readonly tie: string
}

/**
 * Everything joined about one message, and what this device wants with it. It lives in the conversation's tree, is never
 * changed, and never drafted.
 */
export interface MessageRecord extends Place {
  readonly key: MessageKey
  readonly conversation: ConversationId
  readonly from: UserId
  readonly mine: boolean
  /** Ascending. Several where a backend stored one message more than once [ID1]. */
  readonly ids: readonly MessageId[]
  readonly localId?: LocalId
  /** Gone once recalled or deleted; absent while there is only the intent. */
  readonly content?: Content
  /** The server's clock. */
  readonly sentAt?: number
  /** This device's, corrected: stands in where the backend tells no time. */
  readonly seenAt?: number
  /** In the conversation, but no row of it: a command. */
  readonly silent: boolean
  readonly edit?: Versioned<Edit>
  /** Gone once recalled or deleted [RCT1]. */
  readonly reactions?: ReactionTree
  /** Reactions of mine as I want them, until the backend has answered: by emoji [RCT2]. */
  readonly myReactions?: ReadonlyMap<string, ReactionMark>
  /** What it says names me, or everyone. */
  readonly mentionsMe: boolean
  readonly recall?: Recalled
  readonly deleted: boolean
  /** When this device first learned that it was recalled or deleted. */
  readonly withdrawnSeq?: number
  /** The backend has it. */
  readonly confirmed: boolean
  readonly refused?: { readonly localId: LocalId; readonly error: ChatError; readonly seq: number }
  /** I read this very message, apart from my watermark: the least seq of my marks at it. */
  readonly readByMe?: number
  readonly intent?: SendIntent
  readonly pending?: PendingChange
  /** The same object as long as what the world sees of the message is the same. */
  readonly face: object
  /** Something is missing right above. */
  readonly gapBefore: boolean
  /** Days since 1970 in the chat's time zone. */
  readonly day: number
}

/** Whether a record is a row of the timeline. */
export const isVisible = (record: MessageRecord): boolean =>
  !record.deleted && !record.silent && !(record.pending?.change === 'delete' && record.pending.error === undefined)

/** Whether a record counts as unread when it lies above my mark [UNR1]. */
export const isCountable = (record: MessageRecord): boolean =>
  !record.mine && record.readByMe === undefined && record.recall === undefined && !isNotice(record) && isVisible(record)

/** Whether a record tells what happened to the conversation itself [NTC1]. */
export const isNotice = ({ content }: MessageRecord): boolean => content?.body.type === 'notice'

/** When a message is shown to have been sent. */
export const shownAt = (record: MessageRecord): number => record.sentAt ?? record.intent?.enqueuedAt ?? record.seenAt ?? 0
