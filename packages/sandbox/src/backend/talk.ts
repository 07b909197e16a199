import type { ConversationId, ConversationKind, UserId } from '@parlance/core'
import { direct } from '@parlance/core'
import type { Log } from './log.ts'
import type { Seat } from './seat.ts'

/** Whether a message is pinned for all of its conversation, and who saw to that. */
export interface PinRegister {
  readonly pinned: boolean
  readonly by: UserId
  readonly at: number
  readonly version: string
}

/** A conversation as the server keeps it. Two users call their direct one by different names; it is one. */
export interface Talk {
  readonly kind: ConversationKind
  readonly log: Log
  /** Everybody who is or was in it. */
  readonly seats: Map<UserId, Seat>
  title: string | undefined
  avatar: string | undefined
  /** Whether a newcomer sees what was before. */
  readonly pastVisible: boolean
  dissolved: boolean
  /** Only these may write; absent: all members. */
  allowlist: ReadonlySet<UserId> | undefined
  /** By the places of the messages; also what was unpinned, so that pages can say so. */
  readonly pins: Map<number, PinRegister>
  /** Of title, picture and member count. */
  version: string
  /** What a user calls it. */
  nameFor(user: UserId): ConversationId
}

/** Those who are in it now. */
export function* membersOf(talk: Talk): Generator<Seat> {
  for (const seat of talk.seats.values()) if (seat.state === 'member') yield seat
}

export const memberCount = (talk: Talk): number => {
  let count = 0
  for (const { state } of talk.seats.values()) if (state === 'member') count++
  return count
}

/** Whether somebody has a say over what others send there. */
export const moderates = (talk: Talk, user: UserId): boolean => {
  const seat = talk.seats.get(user)
  return talk.kind !== 'direct' && seat?.state === 'member' && seat.role !== 'member'
}

/** How each user names a conversation between two, or of one with himself. */
export const directName =
  (one: UserId, other: UserId) =>
  (user: UserId): ConversationId =>
    direct(user === one ? other : one)
