import type { ConversationId, UserId } from './ids.ts'

export type MemberState = 'member' | 'left' | 'removed' | 'dissolved'
export type Role = 'owner' | 'admin' | 'member'

/** Somebody's standing in a conversation. */
export interface Membership {
  readonly conversation: ConversationId
  readonly user: UserId
  readonly state: MemberState
  readonly role?: Role
  /** May not speak there. */
  readonly muted?: boolean
}
