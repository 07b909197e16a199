import type { ChatError } from '../model/error.ts'
import type { Attachment, Body, BodyType, LocalFile } from '../model/body.ts'
import type { ConversationSettings } from '../model/conversation.ts'
import type { ConversationId, LocalId, MessageId, UserId } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import type { Role } from '../model/membership.ts'
import type { MessageRef } from '../model/messageRef.ts'
import type { Position } from '../model/position.ts'
import type { Presence } from '../model/presence.ts'
import type { Page, Reader } from '../model/receipts.ts'
import type { Ext } from '../model/register.ts'
import type { User } from '../model/user.ts'
import type { Observable } from 'rxjs'
import type { Capabilities } from './capabilities.ts'
import type { BlocklistFact, ContactsFact, ConversationEntry, Fact, MembershipFact, PresenceFact, ReceiptTarget } from './fact.ts'
import type { Ack, OutgoingMessage, RemoteMessage } from './remoteMessage.ts'

/** Opaque and JSON-safe: valid only together with the state that was there when it came [RES1]. */
export type ResumeToken = Json

/** What a link says of itself. */
export type LinkEvent =
  /** A transport that reconnects by itself says how that goes. */
  | { readonly type: 'link'; readonly state: 'connecting' | 'lost'; readonly retryAt?: number; readonly error?: ChatError }
  /**
   * From here on the facts are complete and in order, until the next link event [LNK1]. `gap`: something was missed since the
   * last link, in the conversations named or, if none are, anywhere.
   */
  | {
      readonly type: 'synced'
      readonly continuity: 'whole' | 'gap'
      readonly conversations?: readonly ConversationId[]
      readonly serverTime?: number
    }
  /** Final: the core doesn't reconnect. */
  | { readonly type: 'closed'; readonly error: ChatError }

export type TransportNotice =
  | { readonly type: 'capabilities'; readonly capabilities: Capabilities }
  /** Everything before it is in the state: a later `connect({ resume })` may start here. */
  | { readonly type: 'checkpoint'; readonly token: ResumeToken }
  /** Something that came couldn't be read; it was left out. */
  | { readonly type: 'fault'; readonly error: ChatError }

export type TransportEvent = Fact | LinkEvent | TransportNotice

/** How long to wait, and how to stop waiting. A transport rejects with `timeout` or `cancelled`. */
export interface Op {
  readonly signal?: AbortSignal
  readonly timeoutMs?: number
}

/** `onProgress`: how much of it is through, from 0 to 1. */
export interface ProgressOp extends Op {
  readonly onProgress?: (share: number) => void
}

/** Which stretch of a conversation is asked for. Cursors come from an earlier page and are opaque. */
export interface HistoryQuery {
  readonly conversation: ConversationId
  readonly count: number
  readonly at:
    | { readonly newest: true }
    | { readonly before: Position }
    | { readonly after: Position }
    | { readonly around: MessageId }
    | { readonly cursor: Json }
}

/** A stretch of a conversation. Says what it covers, also when it holds nothing [RCV3]. */
export interface HistoryPage {
  /** Origin `history`; messages in any order. */
  readonly facts: readonly Fact[]
  readonly covers?: { readonly from: 'start' | (Position & {}); readonly to: 'live' | (Position & {}) }
  /** Where the next older page begins; absent: unknown or none. */
  readonly older?: Json
  readonly newer?: Json
}

export interface ConversationPage {
  readonly entries: readonly ConversationEntry[]
  readonly next?: Json
}

/** What to look for in a conversation: all that is given has to fit. */
export interface SearchQuery {
  readonly conversation: ConversationId
  readonly text?: string
  readonly types?: readonly BodyType[]
  readonly senders?: readonly UserId[]
  /** Milliseconds since 1970, both ends included. */
  readonly since?: number
  readonly until?: number
  readonly count: number
  /** From an earlier page. */
  readonly cursor?: Json
}

/** What was found, newest first, each as it is now. */
export interface SearchPage {
  readonly messages: readonly RemoteMessage[]
  readonly next?: Json
}

/** A new group or room; I am its owner. */
export interface GroupSpec {
  readonly kind: 'group' | 'room'
  readonly title?: string
  readonly avatar?: string
  readonly members?: readonly UserId[]
}

/** What can be done about groups and rooms; `Capabilities.groups` says what of it. The facts that follow change the state. */
export interface GroupOps {
  create(spec: GroupSpec, op?: Op): Promise<{ readonly conversation: ConversationId }>
  /** They are `invited`, or members at once, as the backend has it. */
  invite(conversation: ConversationId, users: readonly UserId[], op?: Op): Promise<void>
  remove(conversation: ConversationId, users: readonly UserId[], op?: Op): Promise<void>
  mute(conversation: ConversationId, user: UserId, muted: boolean, op?: Op): Promise<void>
  setRole(conversation: ConversationId, user: UserId, role: Role, op?: Op): Promise<void>
  update(conversation: ConversationId, change: { readonly title?: string; readonly avatar?: string }, op?: Op): Promise<void>
  dissolve(conversation: ConversationId, op?: Op): Promise<void>
  members(conversation: ConversationId, query: { readonly count: number; readonly cursor?: Json }, op?: Op): Promise<MembersPage>
}

export interface MembersPage {
  readonly members: readonly MembershipFact[]
  readonly next?: Json
}

/** Asking, accepting and the like. The facts that follow change the state. */
export interface ContactOps {
  /** Everybody who stands to me in some way: a fact with `whole`. */
  list(op?: Op): Promise<ContactsFact>
  /** Asks somebody; if they ask me already, that accepts. */
  add(user: UserId, options: { readonly message?: string }, op?: Op): Promise<void>
  accept(user: UserId, op?: Op): Promise<void>
  decline(user: UserId, op?: Op): Promise<void>
  /** Ends it, or takes a request of mine back. */
  remove(user: UserId, op?: Op): Promise<void>
}

export interface BlockOps {
  /** A fact with `whole`. */
  list(op?: Op): Promise<BlocklistFact>
  block(user: UserId, op?: Op): Promise<void>
  unblock(user: UserId, op?: Op): Promise<void>
}

export interface PresenceOps {
  /** Facts come about these users from now on; the answer is how they are now. Each call names all who are watched. */
  watch(users: readonly UserId[], op?: Op): Promise<readonly PresenceFact[]>
  set(presence: Pick<Presence, 'state' | 'status'>, op?: Op): Promise<void>
}

/** A file on its way: bytes and what is known of them. */
export interface UploadRequest {
  readonly conversation: ConversationId
  readonly file: LocalFile
  readonly name: string
  readonly mime: string
}

/**
 * The port: what a backend looks like to the core. Nothing in it names a backend. Commands reject with a `ChatError`;
 * an optional member that is absent means that this backend can't.
 */
export interface Transport {
  readonly name: string
  readonly self: UserId
  readonly capabilities: Capabilities
  /** The one spelling of an id, for backends that fold case. Applied to ids as they are made or enter. */
  canonical?(id: string): string
  /** Synchronous, works offline, unique over devices, tabs and reloads. */
  newLocalId(): LocalId
  /**
   * Cold: subscribing opens the link, unsubscribing closes it. Never emits while `subscribe` runs, is silent after unsubscribe.
   * Errors with a `ChatError` when the link is lost and the core should open it again; `closed`, then completion, is final.
   */
  connect(options?: { readonly resume?: ResumeToken }): Observable<TransportEvent>
  /** An ack with a position resolves after the facts below that position were emitted. */
  send(message: OutgoingMessage, op?: Op): Promise<Ack>
  recall(target: MessageRef, op?: Op): Promise<Ack>
  markRead(conversation: ConversationId, target: ReceiptTarget, op?: Op & { readonly content?: string }): Promise<void>
  history(query: HistoryQuery, op?: Op): Promise<HistoryPage>

  edit?(target: MessageRef, change: { readonly body: Body; readonly ext?: Ext }, op?: Op): Promise<Ack>
  delete?(target: MessageRef, op?: Op): Promise<Ack>
  markDelivered?(conversation: ConversationId, target: ReceiptTarget, op?: Op): Promise<void>
  conversations?(
    query: { readonly count: number; readonly cursor?: Json; readonly only?: readonly ConversationId[] },
    op?: Op,
  ): Promise<ConversationPage>
  /** `pinned`: the rank that is kept, where it isn't the one that was asked for. */
  setConversation?(conversation: ConversationId, settings: ConversationSettings, op?: Op): Promise<{ readonly pinned?: number }>
  removeConversation?(
    conversation: ConversationId,
    options: { readonly withHistory: boolean },
    op?: Op,
  ): Promise<{ readonly through?: Position }>
  readers?(target: MessageRef, query: { readonly after?: string; readonly count: number }, op?: Op): Promise<Page<Reader>>
  /** Fire and forget: nothing comes of it when there is no link. */
  sendEphemeral?(conversation: ConversationId, name: string, data: Json): void
  join?(conversation: ConversationId, op?: Op): Promise<void>
  leave?(conversation: ConversationId, op?: Op): Promise<void>
  /** Resolves with the attachment as others may fetch it: `url`, and `digest` if known. */
  upload?(request: UploadRequest, op?: ProgressOp): Promise<Attachment>
  /** The bytes of an attachment, for files that only this transport may fetch; absent: its URL is for all. */
  download?(attachment: Attachment, op?: ProgressOp): Promise<Blob>
  /** Puts an emoji of mine to a message, or takes it away. */
  react?(target: MessageRef, reaction: { readonly emoji: string; readonly active: boolean }, op?: Op): Promise<Ack>
  /** Pins a message for all of its conversation, or unpins it. */
  pin?(target: MessageRef, pinned: boolean, op?: Op): Promise<Ack>
  search?(query: SearchQuery, op?: Op): Promise<SearchPage>
  /** Those that are known, in any order. */
  users?(ids: readonly UserId[], op?: Op): Promise<readonly User[]>
  readonly groups?: GroupOps
  readonly contacts?: ContactOps
  readonly blocks?: BlockOps
  readonly presence?: PresenceOps
}
