import type { ConversationId, LocalId, MessageId, UserId } from '../../model/ids.ts'
import type { Position } from '../../model/position.ts'
import type { EditedFact, RecalledFact } from '../../protocol/fact.ts'
import type { RemoteMessage } from '../../protocol/remoteMessage.ts'
import { SELF } from './world.ts'

/** How a backend differs from others. */
export interface Policy {
  readonly ids: 'global' | 'conversation'
  /** Whether acks carry the position, or only a later copy does. */
  readonly order: 'atAck' | 'late'
  readonly versions: boolean
  /** Whether the device has loaded the busiest conversations before anything happens. */
  readonly opened: boolean
}

/** A message as the backend stores it. More than one id if it was stored twice. */
export interface StoredMessage {
  readonly conversation: ConversationId
  readonly from: UserId
  readonly localId: LocalId
  readonly copies: { readonly id: MessageId; readonly position: Position }[]
  readonly at: number
  readonly content: Pick<RemoteMessage, 'body' | 'ext' | 'to' | 'replyTo' | 'wantsReadCount'>
  /** The edit that stands. */
  edited?: EditedFact
  recalled?: RecalledFact
  deleted: boolean
  /** I marked it as read by itself. */
  readByMe: boolean
}

/** What a backend knows. */
export interface Truth {
  readonly policy: Policy
  readonly messages: StoredMessage[]
  readonly myMark: Map<ConversationId, Position>
  /** Counts everything; gives ids, positions, times and versions. */
  clock: number
}

export const createTruth = (policy: Policy): Truth => ({ policy, messages: [], myMark: new Map(), clock: 0 })

export const storedIn = (truth: Truth, conversation: ConversationId): readonly StoredMessage[] =>
  truth.messages.filter(message => message.conversation === conversation)

/** Positions count within a conversation, so that conversations share them. The first ids are names that plain objects trip on. */
export const nextCopy = (truth: Truth, conversation: ConversationId): StoredMessage['copies'][number] => {
  const inConversation = storedIn(truth, conversation).reduce((sum, { copies }) => sum + copies.length, 1)
  const overall = truth.messages.reduce((sum, { copies }) => sum + copies.length, 1)
  const number = truth.policy.ids === 'global' ? overall : inConversation
  return { id: ['__proto__', 'constructor'][number - 1] ?? `m${number}`, position: `p${String(inConversation).padStart(3, '0')}` }
}

/** The version that what happens now gets, where the backend has versions. */
export const versionNow = (truth: Truth): { readonly version?: string } =>
  truth.policy.versions ? { version: `v${String(truth.clock).padStart(4, '0')}` } : {}

/** Milliseconds since 1970; not quite in the order of what happens, as servers' clocks are. */
export const timeNow = (truth: Truth): number => 1_767_225_600_000 + truth.clock * 1_000 - (truth.clock % 5) * 1_500

/** My unread messages in a conversation, as the server counts them. */
export const unreadOnServer = (truth: Truth, conversation: ConversationId): number => unreadIn(truth, conversation).length

/** Those of them that mention me. */
export const mentionsOnServer = (truth: Truth, conversation: ConversationId): number =>
  unreadIn(truth, conversation).filter(({ content, edited }) => {
    const { mentions } = { mentions: undefined, ...(edited?.body ?? content.body) }
    return mentions === 'everyone' || (Array.isArray(mentions) && mentions.includes(SELF))
  }).length

const unreadIn = (truth: Truth, conversation: ConversationId): readonly StoredMessage[] => {
  const mark = truth.myMark.get(conversation) ?? ''
  return storedIn(truth, conversation).filter(
    ({ from, copies, content, recalled, deleted, readByMe }) =>
      from !== SELF &&
      content.body.type !== 'command' &&
      recalled === undefined &&
      !deleted &&
      !readByMe &&
      copies.some(({ position }) => position > mark) &&
      !copies.some(({ position }) => position <= mark),
  )
}
