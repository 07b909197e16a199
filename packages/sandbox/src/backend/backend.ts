import type {
  Ack,
  Attachment,
  Body,
  Capabilities,
  ChatError,
  ConversationId,
  ConversationPage,
  ConversationSettings,
  Ext,
  Fact,
  HistoryPage,
  HistoryQuery,
  Json,
  MessageRef,
  OutgoingMessage,
  Page,
  Position,
  Reader,
  ReceiptTarget,
  ResumeToken,
  UserId,
} from '@parlance/core'

/** What a device may ask of the backend: a line per command of the transport port, arguments and answer as JSON carries them. */
export interface Requests {
  send: { args: { message: OutgoingMessage }; answer: Ack }
  recall: { args: { target: MessageRef }; answer: Ack }
  edit: { args: { target: MessageRef; body: Body; ext?: Ext }; answer: Ack }
  delete: { args: { target: MessageRef }; answer: Ack }
  markRead: { args: { conversation: ConversationId; target: ReceiptTarget; content?: string }; answer: null }
  markDelivered: { args: { conversation: ConversationId; target: ReceiptTarget }; answer: null }
  history: { args: { query: HistoryQuery }; answer: HistoryPage }
  conversations: { args: { count: number; cursor?: Json; only?: readonly ConversationId[] }; answer: ConversationPage }
  setConversation: { args: { conversation: ConversationId; settings: ConversationSettings }; answer: null }
  removeConversation: { args: { conversation: ConversationId; withHistory: boolean }; answer: { through?: Position } }
  readers: { args: { target: MessageRef; after?: string; count: number }; answer: Page<Reader> }
  ephemeral: { args: { conversation: ConversationId; name: string; data: Json }; answer: null }
  join: { args: { conversation: ConversationId }; answer: null }
  leave: { args: { conversation: ConversationId }; answer: null }
  /** One part of an upload, in order; the last one answers with the attachment. `bytes` is base64. */
  uploadPart: {
    args: { conversation: ConversationId; upload: string; offset: number; bytes: string; last: boolean; name: string; mime: string }
    answer: Attachment | null
  }
}
export type RequestName = keyof Requests

/** A fact on its way to one device, numbered per device without holes. */
export interface Delivery {
  readonly number: number
  readonly fact: Fact
}

/** One device of one user, attached. */
export interface BackendSession {
  /** What goes with `synced`: whether everything since the resume token follows, or something was missed. */
  readonly continuity: 'whole' | 'gap'
  readonly conversations?: readonly ConversationId[]
  /** Facts missed since the token, to be handed over before `synced`. */
  readonly missed: readonly Delivery[]
  /** Answers at once; throws a `ChatError` when refused. */
  request<Name extends RequestName>(name: Name, args: Requests[Name]['args']): Requests[Name]['answer']
  /** The token with which everything after delivery `number` can be asked for later. */
  token(number: number): ResumeToken
  detach(): void
}

/** A chat server without its network: accounts, conversations, order, permissions. Synchronous and deterministic. */
export interface Backend {
  readonly capabilities: Capabilities
  /** Milliseconds since 1970. */
  now(): number
  /** Attaches a device. Facts that happen from now on go to `deliver`, in order, never while a request of this session runs twice over. Throws `authRejected`, or `protocol` for a token that isn't one. */
  attach(options: {
    readonly user: UserId
    /** Absent: vouched for by whoever attaches (in memory). */
    readonly credential?: string
    readonly device: string
    readonly resume?: ResumeToken
    readonly deliver: (delivery: Delivery) => void
    /** The backend ends the session: `replacedElsewhere`, `authExpired`. */
    readonly ended: (error: ChatError) => void
  }): BackendSession
  /** Bytes of an uploaded file, for whoever serves them over HTTP. */
  file(id: string): { readonly bytes: Uint8Array; readonly mime: string; readonly name: string } | undefined
}
