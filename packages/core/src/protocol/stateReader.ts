import type { Connection } from '../model/connection.ts'
import type { Coverage } from '../model/coverage.ts'
import type { ConversationId, LocalId, MessageId, MessageKey, UserId } from '../model/ids.ts'
import type { MemberState } from '../model/membership.ts'
import type { Message } from '../model/message.ts'
import type { MessageRef } from '../model/messageRef.ts'
import type { Position } from '../model/position.ts'
import type { SendIntent } from './intent.ts'

/** What flow may know of one conversation. */
export interface ConversationReading {
  readonly id: ConversationId
  /** The backend's list told of it. */
  readonly listed: boolean
  /** The greatest position seen, loaded or not. */
  readonly greatest: Position | undefined
  /** The greatest and least position of a loaded message. */
  readonly newest: Position | undefined
  readonly oldest: Position | undefined
  /** Nothing newer is missing here [RCV3]. */
  readonly atLive: boolean
  /** Nothing lies between the greatest position and what comes live next, whether or not what is below is here. */
  readonly flowing: boolean
  /** The number at which the latest gap that touches it was told: a change means that something was missed. */
  readonly gaps: number
  readonly coverage: Coverage
  /** Everything at or below is gone for me. */
  readonly clearedThrough: Position | undefined
  readonly trimmedThrough: Position | undefined
  /** My own mark. */
  readonly readUpTo: Position | undefined
  /** The newest position that the backend's unread number counts. */
  readonly countedThrough: Position | undefined
  readonly deliveredUpTo: Position | undefined
  readonly markedUnread: boolean
  /** Whether my unread number is counted from what is here alone. */
  readonly exact: boolean
  /** My own standing; `undefined` where nobody said. */
  readonly standing: MemberState | undefined
  readonly muted: boolean
  /** A removal of it that I asked for isn't answered yet. */
  readonly removing: boolean
  /** Somebody shows it. */
  readonly open: boolean
  /** How many messages are loaded. */
  readonly loaded: number
}

/** A message as flow sees it: names, place, and what is shown. */
export interface MessageReading {
  readonly key: MessageKey
  readonly conversation: ConversationId
  readonly ids: readonly MessageId[]
  readonly from: UserId
  readonly localId: LocalId | undefined
  readonly position: Position | undefined
  readonly message: Message
  readonly send: SendIntent | undefined
}

/** The state, as far as flow may look. */
export interface StateReader {
  readonly self: UserId
  /** The number at which the latest gap that named no conversation was told: it holds for conversations not known yet, too. */
  readonly gaps: number
  /** The latest number of a recall or deletion that waited for its message and was dropped: an answer asked for before may show what it took away [EARLY1]. */
  readonly lost: number
  readonly connection: Connection
  conversation(id: ConversationId): ConversationReading | undefined
  /** Every conversation there is, in no order. For after a gap, never per event. */
  conversations(): Iterable<ConversationId>
  message(key: MessageKey): MessageReading | undefined
  find(ref: MessageRef): MessageReading | undefined
  /** A conversation's sends, in the order in which they leave. */
  sends(conversation: ConversationId): Iterable<SendIntent>
  /** Conversations that somebody shows, whether or not anything is known of them. */
  shown(): Iterable<ConversationId>
  /** Conversations that have a send. */
  sending(): Iterable<ConversationId>
  /** The loaded messages whose position is in (after, through], newest first. */
  newestFirst(conversation: ConversationId, after: Position | undefined, through: Position | undefined): Iterable<MessageReading>
}
