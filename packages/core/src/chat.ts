import type { Observable } from 'rxjs'
import type { Sequence } from './collections/sequence.ts'
import type { ConversationHandle } from './conversationHandle.ts'
import type { Connection } from './model/connection.ts'
import type { Conversation, MessageActions } from './model/conversation.ts'
import type { Ephemeral } from './model/ephemeral.ts'
import type { ChatError } from './model/error.ts'
import type { ConversationId, MessageKey, UserId } from './model/ids.ts'
import type { Membership } from './model/membership.ts'
import type { Message } from './model/message.ts'
import type { OutboxItem } from './model/outboxItem.ts'
import type { Outcome } from './model/outcome.ts'
import type { Readable } from './model/readable.ts'
import type { ReceiptOptions } from './model/receiptOptions.ts'
import type { Receipts } from './model/receipts.ts'
import type { Json } from './model/json.ts'
import type { RetryOptions } from './model/retryOptions.ts'
import type { MessageStatus } from './model/sendState.ts'
import type { Unread } from './model/unread.ts'
import type { User } from './model/user.ts'
import type { AttachmentOptions } from './protocol/attachmentOptions.ts'
import type { Capabilities } from './protocol/capabilities.ts'
import type { Clock } from './protocol/clock.ts'
import type { StampedFact } from './protocol/stampedFact.ts'
import type { Transport } from './protocol/transport.ts'

export interface ChatOptions {
  readonly transport: Transport
  readonly clock?: Clock
  /** From 0 to below 1: jitter. Default `Math.random`. */
  readonly random?: () => number
  readonly retry?: RetryOptions
  /**
   * Which receipts are sent: for all conversations, or for each.
   * @example createChat({ transport, receipts: id => ({ read: !id.startsWith('room:') }) })
   */
  readonly receipts?: ReceiptOptions | ((conversation: ConversationId) => ReceiptOptions)
  /** Who uploads files, and which may be sent. */
  readonly attachments?: AttachmentOptions
  /** Names and pictures of users, asked for in batches of at most a hundred; default: the transport's directory, where it has one. */
  readonly users?: (ids: readonly UserId[]) => Promise<readonly User[]>
  /** IANA name, for date dividers; default: the machine's. Give it when rendering on a server. */
  readonly timeZone?: string
  /** `frame` (default): inbound facts are published once per frame. `microtask`: as soon as the task ends. */
  readonly publish?: 'frame' | 'microtask'
  /** Where to start: what `chat.snapshot()` gave, on a server for instance. */
  readonly snapshot?: Json
}

/**
 * One account's conversations over one transport. Made by `createChat`.
 */
export interface Chat {
  readonly self: UserId
  readonly capabilities: Readable<Capabilities>
  readonly connection: Readable<Connection>
  /** Pinned first, then by activity [CNV2]. */
  readonly conversations: Readable<Sequence<Conversation>>
  /** Over the conversations that aren't silenced. */
  readonly totalUnread: Readable<Unread>
  readonly outbox: Readable<readonly OutboxItem[]>
  readonly blocklist: Readable<readonly UserId[]>
  readonly conversation: (id: ConversationId) => ConversationHandle
  readonly message: (key: MessageKey) => Readable<Message | undefined>
  /** `undefined` for messages of others. */
  readonly receipts: (key: MessageKey) => Readable<Receipts | undefined>
  /** 0 where the backend counts and nobody read; `undefined` where there is no count. */
  readonly groupReadCount: (key: MessageKey) => Readable<number | undefined>
  readonly status: (key: MessageKey) => Readable<MessageStatus | undefined>
  readonly actions: (key: MessageKey) => Readable<MessageActions>

  /** Somebody's name and picture; the id until they are known. Asked for while somebody watches. */
  readonly user: (id: UserId) => Readable<User>
  /** The message that a message answers, if it is loaded. */
  readonly repliedTo: (key: MessageKey) => Readable<Message | undefined>

  /** Every fact that was joined, stamped. Bodies of messages recalled by then are erased. */
  readonly facts$: Observable<StampedFact>
  /** New messages of others that deserve an alert, once each [RCV9]. */
  readonly incoming$: Observable<Message>
  /** Command messages, once each. */
  readonly commands$: Observable<Message>
  readonly ephemeral$: Observable<Ephemeral>
  readonly membership$: Observable<Membership>
  /** What went wrong where nobody was asking. */
  readonly errors$: Observable<ChatError>

  /** Opens the link. Settles at the first `synced`, when it closes for good, or on `disconnect`. */
  readonly connect: () => Promise<Outcome>
  readonly disconnect: () => Promise<Outcome>
  /** Ends it all. What is in the outbox stays there for the next chat where storage keeps it. */
  readonly dispose: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
  /** The first page of the list, or the next with `more`. */
  readonly loadConversations: (options?: { readonly more?: boolean }) => Promise<Outcome>
  readonly removeConversation: (id: ConversationId, options?: { readonly withHistory?: boolean }) => Promise<Outcome>
  /** Resolves when the message is sent, failed or gone. Rejects with `cancelled` on abort, `notFound` if there is none. */
  readonly settled: (key: MessageKey, options?: { readonly signal?: AbortSignal }) => Promise<Message>
  /** Resolves when nothing is under way: outbox empty or parked, marks sent, no page loading, everything published. */
  readonly idle: () => Promise<void>
  /** The state as JSON: give it to `createChat({ snapshot })` in the browser. */
  readonly snapshot: () => Json
}
