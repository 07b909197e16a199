/** A person or a bot, as the backend names them. Any non-empty string. */
export type UserId = string
/** A message as the backend names it. Unique within its conversation, or everywhere: `Capabilities.ids` says which. */
export type MessageId = string
/** A message as its sender named it before the backend did. Unique over the sender's devices, tabs and reloads. */
export type LocalId = string
/** A message as this chat names it: never changes while the message is here. What a list uses as its key. */
export type MessageKey = string

export type ConversationKind = 'direct' | 'group' | 'room'
/** `direct:alice`, `group:42`, `room:7`: the kind is part of the name, so that user 42 and group 42 never meet. */
export type ConversationId = `${ConversationKind}:${string}`

const kinds: readonly string[] = ['direct', 'group', 'room'] satisfies ConversationKind[]

/** The conversation with one person (with oneself, too). */
export const direct = (user: UserId): ConversationId => `direct:${named(user)}`
/** The conversation of a group, whose members are known. */
export const group = (id: string): ConversationId => `group:${named(id)}`
/** The conversation of a room, which people enter and leave. */
export const room = (id: string): ConversationId => `room:${named(id)}`

const named = (id: string): string => {
  if (typeof id !== 'string' || id === '')
    throw new TypeError('A conversation needs a name: pass a non-empty string, as in direct("alice").')
  return id
}

/** Whether a string names a conversation. */
export const isConversationId = (text: unknown): text is ConversationId => {
  if (typeof text !== 'string') return false
  const colon = text.indexOf(':')
  return colon > 0 && colon < text.length - 1 && kinds.includes(text.slice(0, colon))
}

/** A conversation's id from outside (a URL, storage), or `undefined` if the text is none. */
export const parseConversationId = (text: unknown): ConversationId | undefined => (isConversationId(text) ? text : undefined)

/** `direct`, `group` or `room`. */
export const conversationKind = (id: ConversationId): ConversationKind =>
  id.startsWith('direct:') ? 'direct' : id.startsWith('group:') ? 'group' : 'room'

/** What stands behind the kind: the peer of a direct conversation, the id of a group or room. */
export const conversationName = (id: ConversationId): string => id.slice(id.indexOf(':') + 1)
