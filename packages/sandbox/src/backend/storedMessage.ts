import type { Authority, Body, Ext, LocalId, MessageId, UserId } from '@parlance/core'

export interface Content {
  readonly body: Body
  readonly ext?: Ext
}

export interface Withdrawal {
  readonly by: UserId
  readonly as: Authority
  readonly at: number
}

export interface Revision extends Withdrawal {
  readonly version: string
}

/** How many have it, of those who were there when it was sent. Only where somebody counts. */
export interface Tally {
  read: number
  delivered: number
  readonly of: number
}

/** Whether somebody's emoji stands at a message. Kept when it is taken away, so that pages can say so. */
export interface ReactionRegister {
  readonly user: UserId
  readonly emoji: string
  readonly active: boolean
  readonly at: number
  readonly version: string
}

/** A message as the server keeps it. */
export interface StoredMessage {
  /** Its place in the conversation's order, from 1. */
  readonly sequence: number
  readonly id: MessageId
  readonly from: UserId
  /** Absent: nobody sent it, as a notice. */
  readonly localId: LocalId | undefined
  readonly sentAt: number
  readonly to: ReadonlySet<UserId> | undefined
  readonly replyTo: { readonly id?: MessageId; readonly from?: UserId; readonly localId?: LocalId } | undefined
  readonly wantsReadCount: boolean
  readonly forwardedFrom: UserId | undefined
  /** A command keeps its place in the order, but is in no list, page or count. */
  readonly command: boolean
  /** A notice is a row like another, and nobody reads, changes or answers it. */
  readonly notice: boolean
  /** As it stands. Gone after a recall that erases, and after a deletion for all. */
  content: Content | undefined
  /** As it was sent, kept only while edited and where history returns originals. Goes with `content`. */
  original: Content | undefined
  edited: Revision | undefined
  recalled: Withdrawal | undefined
  /** For all. */
  deleted: boolean
  readonly tally: Tally | undefined
  /** What readers wrote beside their marks. */
  readonly notes: Map<UserId, string>
  readonly reactions: Map<UserId, Map<string, ReactionRegister>>
}
