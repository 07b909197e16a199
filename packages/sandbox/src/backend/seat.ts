import type { MemberState, Role, UserId } from '@parlance/core'
import type { Reach } from './reach.ts'
import { createReach } from './reach.ts'

/** What a conversation keeps for one user. */
export interface Seat {
  readonly user: UserId
  state: MemberState
  role: Role
  muted: boolean
  /** Who brought it about, if somebody else did. */
  by: UserId | undefined
  /** Of state, role and mute; empty if they are as they were made. */
  standingVersion: string
  /** Milliseconds since 1970. */
  joinedAt: number
  /** Nothing at or below this place is in this user's sight: it was before the join, or was cleared. */
  floor: number
  readonly read: Reach
  readonly delivered: Reach
  /** Messages deleted for this user alone. */
  readonly hidden: Set<number>
  /** Taken off the list, until something comes above this place. */
  removedThrough: number | undefined
  pinned: number
  silenced: boolean
  archived: boolean
  markedUnread: boolean
  /** Of the settings; empty if none was changed. */
  version: string
}

export const createSeat = (user: UserId, role: Role, joinedAt: number): Seat => ({
  user,
  state: 'member',
  role,
  muted: false,
  by: undefined,
  standingVersion: '',
  joinedAt,
  floor: 0,
  read: createReach(),
  delivered: createReach(),
  hidden: new Set(),
  removedThrough: undefined,
  pinned: 0,
  silenced: false,
  archived: false,
  markedUnread: false,
  version: '',
})
