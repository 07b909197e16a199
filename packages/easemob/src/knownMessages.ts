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
  learn(message: Learnt): void
  find(id: MessageId | undefined): KnownMessage | undefined
  /** The backend's name of a message that is called by another. */
  idOf(ref: MessageRef): MessageId | undefined
  /** Whether a message has come as it happened before; from now on it has. */
  cameBefore(id: MessageId): boolean
  /** The messages of others in a conversation. */
  others(conversation: ConversationId, self: UserId): readonly (readonly [MessageId, KnownMessage])[]
  /** The kind of group or room that a name was met as. */
  kindOf(name: string): SdkChatType | undefined
  meet(conversation: ConversationId): void
}

/** So many messages are remembered. */
const MOST = 5_000

/** The messages that came by: Easemob's later events name them by id alone, without their conversation or its kind. */
export const createKnownMessages = (): KnownMessages => {
  const byId = new Map<MessageId, KnownMessage>()
  const byLocalId = new Map<string, MessageId>()
  const kinds = new Map<string, SdkChatType>()

  const meet = (conversation: ConversationId): void => {
    const { chatType } = placeOf(conversation)
    if (chatType !== 'singleChat') keep(kinds, conversationName(conversation), chatType)
  }

  return {
    learn({ id, localId, conversation, from, wantsReadCount = false }) {
      meet(conversation)
      if (id === undefined) return
      if (!byId.has(id)) keep(byId, id, { conversation, from, asks: wantsReadCount, came: false, delivered: false, read: false })
      if (localId !== undefined) keep(byLocalId, nameOf(from, localId), id)
    },
    find: (id = '') => byId.get(id),
    idOf: ({ id, from, localId }) => id ?? byLocalId.get(nameOf(from, localId)),
    cameBefore(id) {
      const known = byId.get(id)
      const before = known?.came === true
      if (known !== undefined) known.came = true
      return before
    },
    others: (conversation, self) => [...byId].filter(([, known]) => known.conversation === conversation && known.from !== self),
    kindOf: name => kinds.get(name),
    meet,
  }
}

const nameOf = (from: UserId | undefined, localId: string | undefined): string => `${from ?? ''}\n${localId ?? ''}`

/** Makes room for one more, if need be by forgetting the oldest. */
const keep = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void => {
  const [oldest] = map.keys()
  if (map.size >= MOST && oldest !== undefined) map.delete(oldest)
  map.set(key, value)
}
