import type { Connection } from '../model/connection.ts'
import type { ConversationId, MessageKey } from '../model/ids.ts'
import type { MessageRef } from '../model/messageRef.ts'
import { START, type Position } from '../model/position.ts'
import type { SendIntent } from '../protocol/intent.ts'
import type { ConversationReading, MessageReading, StateReader } from '../protocol/stateReader.ts'
import type { ChatState } from '../reduce/chatState.ts'
import { messageView } from '../select/messageView.ts'
import { isAtLive, isCoveredFromMark } from '../select/unread.ts'
import type { ConversationState } from '../state/conversationState.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import { afterConfirmed, afterPosition } from '../state/messageTree.ts'
import { ownMark } from '../state/ownMark.ts'

/** What the reader needs beside the joined state. */
export interface ReaderParts {
  readonly state: ChatState
  readonly connection: () => Connection
  readonly isOpen: (id: ConversationId) => boolean
  readonly shown: () => Iterable<ConversationId>
  /** Conversations with an unfinished send. */
  readonly sending: () => Iterable<ConversationId>
}

/** The state as far as flow may look. Every answer is computed when asked: nothing here is kept. */
export const createReader = ({ state, connection, isOpen, shown, sending }: ReaderParts): StateReader => ({
  self: state.self,
  get gaps() {
    return state.gapSeq
  },
  get lost() {
    return state.lost
  },
  get connection() {
    return connection()
  },
  conversation: id => {
    const slice = state.conversation(id)
    return slice && conversationReading(slice, state, isOpen(id))
  },
  *conversations() {
    for (const { id } of state.conversations()) yield id
  },
  shown,
  message: (key: MessageKey) => reading(state.byKey(key)?.record),
  find: (ref: MessageRef) => reading(state.find(ref)?.record),
  sends: (id): Iterable<SendIntent> => state.conversation(id)?.sends ?? [],
  sending,
  *newestFirst(id, after, through) {
    const messages = state.conversation(id)?.messages
    if (messages === undefined) return
    const bounds = [after, through].map(position => (position === undefined ? undefined : afterPosition(position)))
    for (const record of messages.between(bounds[0], bounds[1] ?? afterConfirmed, { reverse: true })) yield messageReading(record)
  },
})

const conversationReading = (slice: ConversationState, state: ChatState, open: boolean): ConversationReading => {
  const own = slice.members.get(state.self)?.standing.value
  return {
    id: slice.id,
    listed: slice.listedSeq > 0,
    greatest: slice.greatest?.position,
    newest: slice.messages.before(afterConfirmed)?.position,
    oldest: slice.messages.first()?.position,
    atLive: isAtLive(slice),
    flowing: isAtLive(slice) || (slice.greatest !== undefined && slice.greatest.seq > slice.gapSeq),
    gaps: slice.gapSeq,
    coverage: slice.coverage,
    clearedThrough: slice.clearedThrough,
    trimmedThrough: slice.trimmedThrough,
    readUpTo: told(ownMark(slice)),
    countedThrough: told(slice.listed?.value.asOf ?? START),
    deliveredUpTo: slice.ownDelivered,
    markedUnread: slice.settings?.markedUnread ?? (slice.markedUnread?.value === true && slice.markedUnread.seq > slice.ownReadSeq),
    standing: own?.state,
    muted: own?.muted ?? false,
    exact: isCoveredFromMark(slice),
    removing: slice.removal !== undefined,
    open,
    loaded: slice.messages.summary.messages,
  }
}

/** The beginning is no position that anybody told. */
const told = (position: Position): Position | undefined => (position === START ? undefined : position)

const reading = (record: MessageRecord | undefined): MessageReading | undefined => record && messageReading(record)

const messageReading = (record: MessageRecord): MessageReading => ({
  key: record.key,
  conversation: record.conversation,
  ids: record.ids,
  from: record.from,
  localId: record.localId,
  position: record.position,
  message: messageView(record),
  send: record.intent,
})
