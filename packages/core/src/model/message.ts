import type { Beside } from './beside.ts'
import type { Body } from './body.ts'
import type { ConversationId, LocalId, MessageId, MessageKey, UserId } from './ids.ts'
import type { Position } from './position.ts'
import type { Ext } from './register.ts'
import type { Reaction } from './reaction.ts'
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

interface MessageBase extends Omit<Beside, 'ext'> {
  /** What a list uses: stays the same from the first show to the end. */
  readonly key: MessageKey
  readonly id?: MessageId
  readonly localId?: LocalId
  readonly conversation: ConversationId
  readonly from: UserId
  readonly mine: boolean
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
  /** In the order of their first emoji; absent: none. */
  readonly reactions?: readonly Reaction[]
}

export interface RecalledMessage extends MessageBase {
  readonly recalled: Recalled
  readonly body?: undefined
  readonly ext?: undefined
  readonly edited?: undefined
  readonly pending?: undefined
  readonly reactions?: undefined
}

/** One item of a conversation: shown with its body, or as a tombstone after a recall. */
export type Message = LiveMessage | RecalledMessage
