import type { ConversationId, UserId } from '../model/ids.ts'
import type { Membership, Role } from '../model/membership.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Readable } from '../model/readable.ts'
import type { GroupSpec } from '../protocol/transport.ts'
import type { MemberPages } from './memberLoad.ts'

/**
 * Groups and rooms: who is in them, and what can be done about them. Commands change nothing here by themselves: what the backend
 * then tells does. What it can't do is answered with `unsupported`.
 */
export interface ChatGroups {
  /** Makes a group or room; I am its owner. The value is its id. */
  readonly create: (spec: GroupSpec) => Promise<Outcome<ConversationId>>
  /** They are members at once, or `invited`, as the backend has it. */
  readonly invite: (conversation: ConversationId, users: readonly UserId[]) => Promise<Outcome>
  readonly remove: (conversation: ConversationId, users: readonly UserId[]) => Promise<Outcome>
  /** Takes somebody's word, or with `false` gives it back. */
  readonly mute: (conversation: ConversationId, user: UserId, muted?: boolean) => Promise<Outcome>
  readonly setRole: (conversation: ConversationId, user: UserId, role: Role) => Promise<Outcome>
  readonly update: (conversation: ConversationId, change: { readonly title?: string; readonly avatar?: string }) => Promise<Outcome>
  /** Ends it, for all. */
  readonly dissolve: (conversation: ConversationId) => Promise<Outcome>
  /** Enters a room, or accepts an invitation. */
  readonly join: (conversation: ConversationId) => Promise<Outcome>
  /** Leaves, or declines an invitation. */
  readonly leave: (conversation: ConversationId) => Promise<Outcome>
  /**
   * Who is in it, as far as that is known: owners first, then admins, each by id. The first page is loaded when somebody first
   * subscribes, and after a gap as many as were loaded.
   */
  readonly members: (conversation: ConversationId) => Readable<readonly Membership[]>
  /** Who was asked to come, or asks to be let in. */
  readonly invited: (conversation: ConversationId) => Readable<readonly Membership[]>
  /** How far the members are loaded. */
  readonly memberPages: (conversation: ConversationId) => Readable<MemberPages>
  /** The first page of the members, or with `more` the next. */
  readonly loadMembers: (conversation: ConversationId, options?: { readonly more?: boolean }) => Promise<Outcome>
  /** Where I am asked to come: `join` accepts, `leave` declines. */
  readonly invitations: Readable<readonly Membership[]>
}
