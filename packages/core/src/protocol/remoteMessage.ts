import type { Beside } from '../model/beside.ts'
import type { Body } from '../model/body.ts'
import type { ConversationId, LocalId, MessageId, UserId } from '../model/ids.ts'
import type { Position } from '../model/position.ts'

/** A message as it leaves. */
export interface OutgoingMessage extends Beside {
  readonly conversation: ConversationId
  readonly localId: LocalId
  readonly body: Body
}

/** A message as a backend tells it. Has an `id`, or a `localId`, or both. */
export interface RemoteMessage extends Beside {
  readonly conversation: ConversationId
  readonly from: UserId
  readonly id?: MessageId
  readonly localId?: LocalId
  readonly body: Body
  /** Milliseconds since 1970, the server's clock. */
  readonly sentAt?: number
  /** Absent: not known yet [ORD2]. */
  readonly position?: Position
}

/** The answer to a command that was carried out. */
export interface Ack {
  readonly id?: MessageId
  readonly position?: Position
  /** Server time, milliseconds since 1970. */
  readonly at?: number
  /** Of an edit. */
  readonly version?: string
}
