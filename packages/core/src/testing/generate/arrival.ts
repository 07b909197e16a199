import type { ConversationId, LocalId } from '../../model/ids.ts'
import type { ConversationEntry, Fact } from '../../protocol/fact.ts'
import type { Ack, OutgoingMessage } from '../../protocol/remoteMessage.ts'
import type { HistoryPage } from '../../protocol/transport.ts'

/** What a device meets, in the order in which it meets it: what it asks and sends itself, and what comes in. */
export type Arrival =
  | { readonly type: 'fact'; readonly fact: Fact }
  /** The user sends: the message gets its place among those without a position. */
  | { readonly type: 'enqueue'; readonly message: OutgoingMessage; readonly pending: PendingState | undefined }
  | { readonly type: 'accepted'; readonly localId: LocalId; readonly ack: Ack }
  /** A page or list request leaves. */
  | { readonly type: 'request'; readonly request: number }
  | { readonly type: 'page'; readonly request: number; readonly conversation: ConversationId; readonly page: HistoryPage }
  | { readonly type: 'entries'; readonly request: number; readonly entries: readonly ConversationEntry[] }
  | { readonly type: 'gap'; readonly conversations?: readonly ConversationId[] }

/** How a send stands in the outbox, for those that the outbox still has. */
export type PendingState = 'queued' | 'sending' | 'uncertain' | 'failed'
