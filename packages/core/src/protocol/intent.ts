import type { Connection } from '../model/connection.ts'
import type { ConversationSettings, Draft } from '../model/conversation.ts'
import type { ChatError } from '../model/error.ts'
import type { ConversationId, MessageKey } from '../model/ids.ts'
import type { Position } from '../model/position.ts'
import type { PendingChange, SendState } from '../model/sendState.ts'
import type { Capabilities } from './capabilities.ts'
import type { OutgoingMessage } from './remoteMessage.ts'

/** A message that this device wants sent. The outbox is the set of these. */
export interface SendIntent {
  readonly key: MessageKey
  readonly conversation: ConversationId
  /** What is sent, as it stands: edits of a queued message and uploads change it. `message.localId` is the present attempt's. */
  readonly message: OutgoingMessage
  /** This device's counter at enqueue: its place among messages without a position [ORD2]. */
  readonly order: number
  /** Milliseconds since 1970 by the corrected clock; shown, never compared. */
  readonly enqueuedAt: number
  readonly send: SendState
  /** How often it went out. */
  readonly attempts: number
  /** When it first went out while online. */
  readonly firstTriedAt?: number
  /** The greatest position known when it first went out: history from here on tells whether it was stored [SND6]. */
  readonly after?: Position
  /** An attempt under the present localId ended without an answer: a retry keeps that localId, lest there be two [SND5]. */
  readonly mayBeStored?: boolean
  /** Cancelled while on its way: recalled if it turns out accepted [SND8]. */
  readonly cancelled?: boolean
  /** Changed while on its way: follows the ack [SND8]. */
  readonly edit?: OutgoingMessage['body']
}

/** A conversation that I want off the list: everything up to here, and by number what has no position yet [CNV3]. */
export interface RemovalIntent {
  readonly through?: Position
  /** This device's counter when it was asked for. */
  readonly seq: number
  readonly withHistory: boolean
}

/** What this device wants, and what came of it. An overlay on the joined facts, written by commands and flow, never joined. */
export type Intent =
  /** Adds a send, or replaces the one with the same key. */
  | { readonly type: 'send'; readonly intent: SendIntent }
  /** Takes a send back; its row goes unless a fact holds it. */
  | { readonly type: 'unsend'; readonly key: MessageKey }
  | { readonly type: 'pending'; readonly key: MessageKey; readonly pending: PendingChange | undefined }
  /** A reaction of mine as I want it; `undefined`: as the facts have it. */
  | { readonly type: 'reaction'; readonly key: MessageKey; readonly emoji: string; readonly active: boolean | undefined }
  | { readonly type: 'draft'; readonly conversation: ConversationId; readonly draft: Draft | undefined }
  /** Whether the backend knows my mark. */
  | { readonly type: 'markSynced'; readonly conversation: ConversationId; readonly synced: boolean }
  | {
      readonly type: 'removal'
      readonly conversation: ConversationId
      readonly removal: RemovalIntent | undefined
    }
  /** Settings that the backend hasn't confirmed, or can't keep. */
  | { readonly type: 'settings'; readonly conversation: ConversationId; readonly settings: ConversationSettings | undefined }

/** How far flow is with what it does for the state: shown, never joined. */
export type Progress =
  | {
      readonly type: 'history'
      readonly conversation: ConversationId
      readonly state: 'idle' | 'loading' | 'failed'
      readonly error?: ChatError
    }
  | {
      readonly type: 'gapFilling'
      readonly conversation: ConversationId
      readonly before: MessageKey
      readonly filling: boolean
      readonly error?: ChatError
    }
  /** Nobody shows it, and it holds much: the oldest may go from memory [RCV10]. */
  | { readonly type: 'trim'; readonly conversation: ConversationId }
  /** What is loaded is to be loaded anew: coverage and confirmed messages go, marks stay. */
  | { readonly type: 'forget'; readonly conversation: ConversationId }
  | { readonly type: 'connection'; readonly connection: Connection }
  | { readonly type: 'capabilities'; readonly capabilities: Capabilities }
  /** The recall or edit window of a message is over, or a clock-bound reading changed otherwise. */
  | { readonly type: 'expired'; readonly key: MessageKey }

export type LocalChange = Intent | Progress
