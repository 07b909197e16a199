import type { Sequence } from '../collections/sequence.ts'
import type { ConversationHandle } from '../conversationHandle.ts'
import type { Conversation, ConversationAbilities, Draft, HistoryState } from '../model/conversation.ts'
import type { ConversationId, UserId } from '../model/ids.ts'
import type { Message } from '../model/message.ts'
import type { PinnedMessage } from '../model/pin.ts'
import type { TimelineItem } from '../model/timelineItem.ts'
import type { ConversationUnread } from '../model/unread.ts'

/** What the Readables of a conversation hold now. Empty where the id is `undefined`. */
export interface ConversationState<Id extends ConversationId | undefined = ConversationId> {
  readonly info: Id extends ConversationId ? Conversation : undefined
  readonly messages: Sequence<Message>
  /** Messages, date dividers, gaps and the unread marker. */
  readonly timeline: Sequence<TimelineItem>
  readonly unread: ConversationUnread
  readonly typing: readonly UserId[]
  readonly draft: Draft | undefined
  readonly history: HistoryState
  readonly can: ConversationAbilities
  readonly pinned: readonly PinnedMessage[]
}

/** The commands of a conversation. Where the id is `undefined` they throw. */
export type ConversationCommands = Omit<ConversationHandle, 'id' | keyof ConversationState>
