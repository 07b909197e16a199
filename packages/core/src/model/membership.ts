import type { ConversationId, UserId } from './ids.ts'

/** `invited`: asked to come, and may `join` or `leave`. `requested`: asks to be let in. */
export type MemberState = 'member' | 'invited' | 'requested' | 'left' | 'removed' | 'dissolved'
export type Role = 'owner' | 'admin' | 'member'

/** Somebody's standing in a conversation. */
export interface Membership {
  readonly conversation: ConversationId
  readonly user: UserId
  readonly state: MemberState
  readonly role?: Role
  /** May not speak there. */
  readonly muted?: boolean
  /** Who brought it about, if somebody else did. */
  readonly by?: UserId
}
