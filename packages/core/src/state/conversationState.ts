import { compareText } from '../collections/compareText.ts'
import { countingTree } from '../collections/countingTree.ts'
import type { OrderedTree } from '../collections/orderedTree.ts'
import type { Coverage } from '../model/coverage.ts'
import type { ConversationSettings, Draft } from '../model/conversation.ts'
import type { ChatError } from '../model/error.ts'
import type { ConversationId, MessageKey, UserId } from '../model/ids.ts'
import type { Membership } from '../model/membership.ts'
import type { Position } from '../model/position.ts'
import type { Versioned } from '../model/versioned.ts'
import type { RemovalIntent, SendIntent } from '../protocol/intent.ts'
import { noMessages, type MessageTree } from './messageTree.ts'
import { noPins, type PinTree } from './pinTree.ts'
import { noTallies, type Tallies } from './tally.ts'
import { noWatermarks, type MemberWatermarks } from './memberWatermarks.ts'

/** The backend's own unread number: up to `asOf`, from `mark` [UNR2]. */
export interface ListedUnread {
  readonly count: number
  readonly asOf: Position
  readonly mark: Position
  /** How many of them mention me, where the backend says. */
  readonly mentions?: number
}

/** A countable message that was withdrawn or deleted, and when this device learned so. */
export interface Withdrawal {
  readonly position: Position
  readonly seq: number
}

/** A membership as joined. */
export interface Member {
  readonly user: UserId
  readonly standing: Versioned<Membership>
}

/** How far flow is with this conversation's history. */
export interface LoadState {
  readonly state: 'idle' | 'loading' | 'failed'
  readonly error?: ChatError
}

/** A conversation's sends, in the order in which they leave. */
export type SendTree = OrderedTree<number, SendIntent, number>

/** A gap that is being filled, or couldn't be. */
export interface GapProgress {
  readonly before: MessageKey
  readonly filling: boolean
  readonly error?: ChatError
}

/**
 * One conversation: what facts joined, and what this device wants with it. An immer slice: plain fields, written only when
 * they change; whatever may grow is an opaque persistent tree that immer never walks.
 */
export interface ConversationState {
  readonly id: ConversationId
  messages: MessageTree
  coverage: Coverage
  /** The greatest position told, and the latest seq at which it was told by something that comes without holes; 0 if by nothing such. */
  greatest: { readonly position: Position; readonly seq: number } | undefined
  /** The latest page that reached the live end: where it began, and when it was asked for [RCV3]. */
  live: { readonly at: number; readonly from: Position } | undefined
  /** The latest gap that names this conversation. */
  gapSeq: number
  /** All at or below are gone for me, whatever brings them [CNV3]. */
  clearedThrough: Position | undefined
  hiddenThrough: { readonly position: Position; readonly seq: number } | undefined
  /** Dropped from memory up to here; comes back by history only [RCV10]. */
  trimmedThrough: Position | undefined

  watermarks: MemberWatermarks
  tallies: Tallies
  ownRead: Position | undefined
  ownDelivered: Position | undefined
  /** The latest seq of a mark of mine: it clears "marked unread". */
  ownReadSeq: number
  listed: Versioned<ListedUnread> | undefined
  withdrawals: OrderedTree<Position, Withdrawal, number>

  title: Versioned<string> | undefined
  avatar: Versioned<string> | undefined
  memberCount: Versioned<number> | undefined
  pinned: Versioned<number> | undefined
  silenced: Versioned<boolean> | undefined
  archived: Versioned<boolean> | undefined
  markedUnread: Versioned<boolean> | undefined
  members: OrderedTree<UserId, Member, number>
  pins: PinTree
  /** A message was told here, whether or not it is a row [CNV1]. */
  mentioned: boolean
  /** The latest seq at which the backend listed it. */
  listedSeq: number
  /** Server time. */
  activity: number | undefined

  typing: readonly UserId[]
  sends: SendTree
  draft: Draft | undefined
  settings: ConversationSettings | undefined
  removal: RemovalIntent | undefined
  markSynced: boolean
  history: LoadState
  gaps: readonly GapProgress[]
}

const noWithdrawals: ConversationState['withdrawals'] = /* @__PURE__ */ countingTree(
  (withdrawal: Withdrawal) => withdrawal.position,
  compareText,
)
const noMembers: ConversationState['members'] = /* @__PURE__ */ countingTree(
  (member: Member) => member.user,
  compareText,
  member => (member.standing.value.state === 'member' ? 1 : 0),
)
const noSends: SendTree = /* @__PURE__ */ countingTree(
  (intent: SendIntent) => intent.order,
  (a: number, b: number) => a - b,
)

export const newConversation = (id: ConversationId, gapSeq: number): ConversationState => ({
  id,
  messages: noMessages,
  coverage: [],
  greatest: undefined,
  live: undefined,
  gapSeq,
  clearedThrough: undefined,
  hiddenThrough: undefined,
  trimmedThrough: undefined,
  watermarks: noWatermarks,
  tallies: noTallies,
  ownRead: undefined,
  ownDelivered: undefined,
  ownReadSeq: 0,
  listed: undefined,
  withdrawals: noWithdrawals,
  title: undefined,
  avatar: undefined,
  memberCount: undefined,
  pinned: undefined,
  silenced: undefined,
  archived: undefined,
  markedUnread: undefined,
  members: noMembers,
  pins: noPins,
  mentioned: false,
  listedSeq: 0,
  activity: undefined,
  typing: [],
  sends: noSends,
  draft: undefined,
  settings: undefined,
  removal: undefined,
  markSynced: true,
  history: { state: 'idle' },
  gaps: [],
})
