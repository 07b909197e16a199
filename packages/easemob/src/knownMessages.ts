import type { ConversationId, MessageId, MessageRef, RemoteMessage, UserId } from '@parlance/core'
import { conversationName } from '@parlance/core'
import { placeOf } from './conversations.ts'
import type { SdkChatType } from './sdk/connection.ts'

/** What is remembered of a message: what later events leave out. */
export interface KnownMessage {
  readonly conversation: ConversationId
  readonly from: UserId
  /** Asks for a read count. */
  readonly asks: boolean
  /** Came as it happened, not in a page. */
  came: boolean
  /** What its sender was told of it. */
  delivered: boolean
  read: boolean
}

type Learnt = Pick<RemoteMessage, 'id' | 'localId' | 'conversation' | 'from' | 'wantsReadCount'>

export interface KnownMessages {
  /** What is remembered of it, if it has an id. */
  learn(message: Learnt): KnownMessage | undefined
  find(id: MessageId | undefined): KnownMessage | undefined
  /** The backend's name of a message that is called by another. */
  idOf(ref: MessageRef): MessageId | undefined
  /** Those of a conversation, as they came. */
  in(conversation: ConversationId): ReadonlyMap<MessageId, KnownMessage>
  /** The kind of group or room that a name was met as. */
  kindOf(name: string): SdkChatType | undefined
  meet(conversation: ConversationId): void
}

/** So many messages are remembered. */
const MOST = 5_000

/** The messages that came by: Easemob's later events name them by id alone, without their conversation or its kind. */
export const createKnownMessages = (): KnownMessages => {
  const byId = new Map<MessageId, KnownMessage>()
  /** The same, so that a mark costs what its conversation holds and not what all do. */
  const byConversation = new Map<ConversationId, Map<MessageId, KnownMessage>>()
  const byLocalId = new Map<string, MessageId>()
  const kinds = new Map<string, SdkChatType>()

  const within = (conversation: ConversationId): Map<MessageId, KnownMessage> =>
    byConversation.get(conversation) ?? new Map<MessageId, KnownMessage>()

  const meet = (conversation: ConversationId): void => {
    const { chatType } = placeOf(conversation)
    if (chatType !== 'singleChat') keep(kinds, conversationName(conversation), chatType)
  }

  return {
    learn({ id, localId, conversation, from, wantsReadCount = false }) {
      meet(conversation)
      if (id === undefined) return undefined
      let message = byId.get(id)
      if (message === undefined) {
        message = { conversation, from, asks: wantsReadCount, came: false, delivered: false, read: false }
        byConversation.set(conversation, within(conversation).set(id, message))
        const forgotten = keep(byId, id, message)
        if (forgotten !== undefined) within(forgotten[1].conversation).delete(forgotten[0])
      }
      if (localId !== undefined) keep(byLocalId, nameOf(from, localId), id)
      return message
    },
    find: (id = '') => byId.get(id),
    idOf: ({ id, from, localId }) => id ?? byLocalId.get(nameOf(from, localId)),
    in: within,
    kindOf: name => kinds.get(name),
    meet,
  }
}

const nameOf = (from: UserId | undefined, localId: string | undefined): string => `${from ?? ''}\n${localId ?? ''}`

/** Makes room for one more, if need be by forgetting the oldest, which it gives back. */
const keep = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value): readonly [Key, Value] | undefined => {
  const [oldest] = map.size < MOST ? [] : map
  if (oldest !== undefined) map.delete(oldest[0])
  map.set(key, value)
  return oldest
}
