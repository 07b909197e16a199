import type { ConversationId, ConversationKind, UserId } from '@parlance/core'
import { conversationKind, conversationName, direct, group, room } from '@parlance/core'
import type { SandboxBackend } from '@parlance/sandbox'
import type { Jid } from '../frames/jid.ts'
import { isShared, sharedJid, userJid } from '../frames/jid.ts'

/** Between what the backend calls a conversation and what the wire calls it, which doesn't tell groups from rooms. */
export interface Addresses {
  conversation(jid: Jid): ConversationId
  /** A group or room by its bare id. */
  shared(name: string): ConversationId
}

export const createAddresses = (backend: SandboxBackend): Addresses => {
  const rooms = new Set<string>()

  const shared = (name: string): ConversationId => {
    if (rooms.has(name)) return room(name)
    if (!exists(backend, group(name)) && exists(backend, room(name))) rooms.add(name)
    return rooms.has(name) ? room(name) : group(name)
  }

  return {
    shared,
    conversation: jid => (isShared(jid) ? shared(jid.name ?? '?') : direct(jid.name ?? '?')),
  }
}

const exists = (backend: SandboxBackend, id: ConversationId): boolean => {
  try {
    backend.inspect(id)
    return true
  } catch {
    return false
  }
}

/** Where a conversation's metas wait, and what they are addressed to. */
export const jidOf = (conversation: ConversationId): Jid =>
  conversationKind(conversation) === 'direct' ? userJid(conversationName(conversation)) : sharedJid(conversationName(conversation))

/** Whom a message was for: the other one, be it the viewer, or the group or room. */
export const recipientOf = (conversation: ConversationId, from: UserId, viewer: UserId): Jid =>
  conversationKind(conversation) === 'direct' && from !== viewer ? userJid(viewer) : jidOf(conversation)

const channelTypes: Readonly<Record<ConversationKind, 'chat' | 'groupchat' | 'chatroom'>> = {
  direct: 'chat',
  group: 'groupchat',
  room: 'chatroom',
}

/** How REST answers and notifications name a conversation's kind. */
export const channelTypeOf = (conversation: ConversationId): 'chat' | 'groupchat' | 'chatroom' =>
  channelTypes[conversationKind(conversation)]
