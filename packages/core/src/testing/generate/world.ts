import type { ConversationId, UserId } from '../../model/ids.ts'

/** The device whose state is generated for. */
export const SELF: UserId = 'alice'

/** Names that trip plain objects and code-point handling are as legal as others [ID4]. */
export const USERS: readonly [UserId, UserId, UserId, UserId] = [SELF, 'bob', '__proto__', '𝒸arol']

/**
 * Conversations, the busy ones more than once: picked by index. A group and a direct one share the name, one is with oneself.
 */
export const CONVERSATIONS: readonly ConversationId[] = [
  'group:bob',
  'direct:bob',
  'group:bob',
  'direct:bob',
  'group:bob',
  'room:__proto__',
  'direct:alice',
]

/** Of one and of several code points; the last sorts above the others by code unit. */
export const EMOJIS: readonly string[] = ['👍', '🏳️‍🌈', '\u{FFFD}']

/** Who can speak in a conversation. */
export const speakersOf = (conversation: ConversationId): readonly UserId[] =>
  conversation === 'direct:alice' ? [SELF] : conversation.startsWith('direct:') ? [SELF, conversation.slice('direct:'.length)] : USERS

/** The item at an index that may be any natural number. */
export const pick = <T>(items: readonly T[], index: number): T | undefined => items[index % items.length]
