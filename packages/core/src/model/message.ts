import type { Body } from './body.ts'
import type { ConversationId, LocalId, MessageId, MessageKey, UserId } from './ids.ts'
import type { Position } from './position.ts'
import type { Ext } from './register.ts'
import type { PendingChange, SendState } from './sendState.ts'

/** As whom somebody withdrew or changed a message, vouched for by the transport at the time of the act. */
export type Authority = 'author' | 'moderator' | 'server'

/** Who withdrew a message, when (milliseconds since 1970, the server's clock) and as whom. */
export interface Recalled {
  readonly by: UserId
  readonly at?: number
  readonly as: Authority
}

/** The last edit that stands. */
export interface Edited {
  readonly by: UserId
  readonly at?: number
  readonly as: Authority
}

/** A message by whatever name is at hand: the backend's (`id`) or its sender's (`from` and `localId`). */
export interface MessageRef {
  readonly conversation?: ConversationId
  readonly id?: MessageId
  readonly from?: UserId
  readonly localId?: LocalId
}

interface MessageBase {
  /** What a list uses: stays the same from the first show to the end. */
  readonly key: MessageKey
  readonly id?: MessageId
  readonly localId?: LocalId
  readonly conversation: ConversationId
  readonly from: UserId
  readonly mine: boolean
  /** Only these members see it. */
  readonly to?: readonly UserId[]
  readonly replyTo?: MessageRef
  readonly wantsReadCount?: boolean
  /** Milliseconds since 1970, the server's clock; before the ack my own, corrected by what is known of the server's. */
  readonly sentAt: number
  readonly position?: Position
  /** Only on mine. */
  readonly send?: SendState
}

export interface LiveMessage extends MessageBase {
  readonly body: Body
  readonly ext?: Ext
  readonly recalled?: undefined
  readonly edited?: Edited
  readonly pending?: PendingChange
}

export interface RecalledMessage extends MessageBase {
  readonly recalled: Recalled
  readonly body?: undefined
  readonly ext?: undefined
  readonly edited?: undefined
  readonly pending?: undefined
}

/** One item of a conversation: shown with its body, or as a tombstone after a recall. */
export type Message = LiveMessage | RecalledMessage
