import type { ConversationId, UserId } from '@parlance/core'
import { conversationKind, conversationName } from '@parlance/core'
import type { SdkChatType } from './sdk/connection.ts'

/** A conversation as the SDK names it. */
export interface Place {
  readonly chatType: SdkChatType
  readonly to: string
}

const kinds = ['direct', 'group', 'room'] as const
const chatTypes = { direct: 'singleChat', group: 'groupChat', room: 'chatRoom' } as const

/** How the SDK calls a conversation. */
export const placeOf = (conversation: ConversationId): Place => ({
  chatType: chatTypes[conversationKind(conversation)],
  to: conversationName(conversation),
})

/** A conversation by the SDK's names for it, or `undefined` if they name none. */
export const conversationAt = (chatType: unknown, name: string | undefined): ConversationId | undefined => {
  const kind = kinds.find(one => chatTypes[one] === chatType)
  return kind === undefined || !name ? undefined : `${kind}:${name}`
}

/** Who is meant: to whom talks to himself the SDK names the device beside the user, as in `alice/phone`. */
export const userOf = (name: string): UserId => {
  const slash = name.indexOf('/')
  return canonical(slash < 0 ? name : name.slice(0, slash))
}

/** Easemob folds the case of ids, and finds history by lower-case ones only. */
export const canonical = (id: string): string => id.toLowerCase()
