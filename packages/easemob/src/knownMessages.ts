import type { ConversationId, MessageId, MessageRef, RemoteMessage, UserId } from '@parlance/core'

/** What is remembered of a message: what later events leave out. */
export interface KnownMessage {
  readonly conversation: ConversationId
  readonly from: UserId
}

export interface KnownMessages {
  learn(message: Pick<RemoteMessage, 'id' | 'localId' | 'conversation' | 'from'>): void
  find(id: MessageId | undefined): KnownMessage | undefined
  /** The backend's name of a message that is called by another. */
  idOf(ref: MessageRef): MessageId | undefined
  /** Whether a message has come as it happened before; from now on it has. */
  cameBefore(id: MessageId): boolean
  /** The messages of others in a conversation that stand between two ids, the first left out, oldest first. */
  others(conversation: ConversationId, self: UserId): readonly MessageId[]
  /** Whether a name was met as that of a group or room. */
  kindOf(name: string): 'group' | 'room' | undefined
  meet(conversation: ConversationId): void
}

/** So many messages are remembered. */
const MOST = 5_000

/** The messages that came by: Easemob's later events name them by id alone, without their conversation or its kind. */
export const createKnownMessages = (): KnownMessages => {
  const byId = new Map<MessageId, KnownMessage>()
  const byLocalId = new Map<string, MessageId>()
  const came = new Set<MessageId>()
  const kinds = new Map<string, 'group' | 'room'>()

  const meet = (conversation: ConversationId): void => {
    if (conversation.startsWith('direct:')) return
    const [kind = 'group', ...name] = conversation.split(':')
    bounded(kinds).set(name.join(':'), kind === 'room' ? 'room' : 'group')
  }

  return {
    learn({ id, localId, conversation, from }) {
      meet(conversation)
      if (id === undefined) return
      bounded(byId).set(id, { conversation, from })
      if (localId !== undefined) bounded(byLocalId).set(nameOf(from, localId), id)
    },
    find: id => (id === undefined ? undefined : byId.get(id)),
    idOf: ({ id, from, localId }) => id ?? (localId === undefined || from === undefined ? undefined : byLocalId.get(nameOf(from, localId))),
    cameBefore(id) {
      if (came.has(id)) return true
      if (came.size >= MOST) came.delete(came.values().next().value ?? id)
      came.add(id)
      return false
    },
    others: (conversation, self) =>
      [...byId].flatMap(([id, known]) => (known.conversation === conversation && known.from !== self ? [id] : [])),
    kindOf: name => kinds.get(name),
    meet,
  }
}

const nameOf = (from: UserId, localId: string): string => `${from}\n${localId}`

/** Makes room for one more. */
const bounded = <Key, Value>(map: Map<Key, Value>): Map<Key, Value> => {
  if (map.size >= MOST) for (const key of map.keys()) return map.delete(key) ? map : map
  return map
}
