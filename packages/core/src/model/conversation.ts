import type { Attachment } from './body.ts'
import type { ChatError } from './error.ts'
import type { ConversationId, UserId } from './ids.ts'
import type { Message } from './message.ts'
import type { MessageRef } from './messageRef.ts'
import type { ConversationUnread } from './unread.ts'

/** A line of the conversation list. */
export interface Conversation {
  readonly id: ConversationId
  readonly title?: string
  readonly avatar?: string
  /** The last visible message, tombstones included; none if there is none or it isn't known. */
  readonly last?: Message
  readonly unread: ConversationUnread
  /** Rank among the pinned: greater stands higher. 0 is not pinned. */
  readonly pinned: number
  /** My alerts are off; it isn't in the total. */
  readonly silenced: boolean
  readonly archived: boolean
  /** Server time of the last activity, milliseconds since 1970. */
  readonly activity?: number
  /** How many belong to it, if known. */
  readonly members?: number
}

/** What I changed about a conversation for myself. */
export interface ConversationSettings {
  readonly pinned?: number
  readonly silenced?: boolean
  readonly archived?: boolean
  readonly markedUnread?: boolean
}

/** What is written but not sent. */
export interface Draft {
  readonly text: string
  readonly replyTo?: MessageRef
  readonly mentions?: readonly UserId[]
  readonly attachments?: readonly Attachment[]
}

/** Where a conversation's loaded history ends, and what is being loaded. */
export interface HistoryState {
  readonly state: 'idle' | 'loading' | 'failed'
  /** Whether there may be older messages than the oldest here. */
  readonly hasOlder: boolean
  /** Whether there may be newer messages than the newest here. */
  readonly hasNewer: boolean
  readonly error?: ChatError
}

/** What I may do here now. `reason` says why not, where one is known. */
export interface ConversationAbilities {
  readonly send: boolean
  readonly reason?: 'notMember' | 'muted' | 'unsupported'
}

/** What I may do with a message now. */
export interface MessageActions {
  readonly recall: boolean
  readonly edit: boolean
  readonly retry: boolean
  readonly cancel: boolean
}

/** Nothing. */
export const noActions: MessageActions = /* @__PURE__ */ Object.freeze({ recall: false, edit: false, retry: false, cancel: false })
