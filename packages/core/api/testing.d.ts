import { Observable } from "rxjs";
/** A person or a bot, as the backend names them. Any non-empty string. */
type UserId = string;
/** A message as the backend names it. Unique within its conversation, or everywhere: `Capabilities.ids` says which. */
type MessageId = string;
/** A message as its sender named it before the backend did. Unique over the sender's devices, tabs and reloads. */
type LocalId = string;
type ConversationKind = "direct" | "group" | "room";
/** `direct:alice`, `group:42`, `room:7`: the kind is part of the name, so that user 42 and group 42 never meet. */
type ConversationId = `${ConversationKind}:${string}`;
/** Which forms of read mark a kind of conversation takes. */
interface ReadForms {
  readonly upTo: boolean;
  readonly exactly: boolean;
  readonly whole: boolean;
  /** Most references in one `exactly`. */
  readonly maxRefs?: number;
}
type HistoryInclusion = "edits" | "recalls" | "deletions" | "receipts" | "counts" | "reactions" | "pins";
/** By what a search may look: words, types of bodies, senders, times. */
type SearchBy = "text" | "types" | "senders" | "times";
/** What can be done about groups and rooms. `members`: their list can be asked for. */
type GroupAbility = "create" | "invite" | "remove" | "mute" | "roles" | "dissolve" | "update" | "members";
/**
 * What a backend can do. The contract kit checks every line both ways; what is absent is answered with `unsupported`
 * or `undefined`, never with a false zero.
 */
interface Capabilities {
  /** What an ack means: `stored` for good, or only `taken` in charge. It carries the id. */
  readonly ack: "stored" | "taken";
  /** Whether the same localId twice is one message: always, within a time, or never. */
  readonly dedupe: "always" | {
    readonly windowMs: number;
  } | "none";
  /** Whether every copy of a message carries its localId [ID5]. */
  readonly localIdVisible: boolean;
  readonly refusalAfterAck: boolean;
  /** Who opens the link again after it is lost. */
  readonly reconnects: "transport" | "core";
  /** Whether the ack carries the position, or a later copy does. */
  readonly order: "atAck" | "late";
  /** Whether a message id names one message everywhere, or within its conversation. */
  readonly ids: "global" | "conversation";
  readonly delivered: "auto" | "manual" | "none";
  readonly read: {
    readonly direct: ReadForms;
    readonly group: ReadForms;
  };
  readonly readCount: "perMessageOptIn" | "everyMessage" | "derived" | "none";
  readonly readers: boolean;
  readonly recall: {
    readonly mode: "server" | "marker" | "none";
    /** How long after sending, milliseconds; absent: no bound known. */
    readonly windowMs?: number;
    /** Whether the server holds to it, or readers do. */
    readonly enforced: boolean;
  };
  /** Absent: no edits. */
  readonly edit?: {
    readonly windowMs?: number;
    readonly moderators: boolean;
  };
  readonly history: {
    readonly backward: boolean;
    readonly forward: boolean;
    readonly around: boolean;
    readonly maxPage: number;
    /** Whether pages carry bodies as they are now (an edited one then comes with an `edited` fact) or as they were. */
    readonly returns: "current" | "original";
    /** What of the past a page brings along besides messages. `pins`: a page that reaches the live end tells all of the conversation. */
    readonly includes: readonly HistoryInclusion[];
  };
  readonly resume: boolean;
  /** Whether my own messages come back to the device that sent them. */
  readonly ownEcho: boolean;
  readonly conversationList: boolean;
  /** Where unread numbers come from: the list, or only from what is here. */
  readonly unread: "list" | "none";
  /** Whether a conversation can be removed for all my devices, and with its history. */
  readonly removal: "none" | "conversation" | "withHistory";
  readonly deletion: "none" | "forMe" | "forAll";
  readonly ephemeral: boolean;
  /** Absent: no attachments. */
  readonly attachments?: {
    readonly maxBytes: number;
  };
  /** Most bytes of one message's JSON (body and ext, UTF-8). */
  readonly maxMessageBytes: number;
  /** Which settings of a conversation the backend keeps. */
  readonly settings: readonly ("pinned" | "silenced" | "archived" | "markedUnread")[];
  readonly serverTime: boolean;
  /** Whose group messages may ask for a read count; absent: anyone's. */
  readonly readCountFor?: "anyone" | "moderators";
  /** What the values of a custom body may be; absent: any JSON. Where only strings may be, numbers and truth values are written out. */
  readonly customValues?: "json" | "strings";
  /** Absent, as with all that follow: it can't. */
  readonly reactions?: boolean;
  /** Who may pin messages for all: any member, or owners and admins alone (between two: both). */
  readonly pins?: "members" | "moderators";
  readonly search?: readonly SearchBy[];
  /** Names and pictures of users can be asked for. */
  readonly users?: boolean;
  readonly contacts?: boolean;
  readonly blocks?: boolean;
  readonly presence?: boolean;
  readonly groups?: readonly GroupAbility[];
}
/** Whether what was asked for happened nevertheless: no, nobody knows, yes. */
type Effect = "none" | "maybe" | "done";
type ErrorCode = "offline" | "timeout" | "unavailable" | "rateLimited" | "authExpired" | "authRejected" | "replacedElsewhere" | "forbidden" | "blocked" | "notAllowlisted" | "muted" | "notMember" | "notFound" | "groupNotFound" | "recallTooLate" | "recallDisabled" | "editTooLate" | "contentRejected" | "intercepted" | "moderated" | "tooLarge" | "invalid" | "conflict" | "unsupported" | "cancelled" | "protocol" | "storage" | "internal" | "unknown";
/** What may be said beside a code. `retryable` and `effect` default to the code's own. */
interface ErrorDetails {
  readonly message?: string | undefined;
  readonly retryable?: boolean | undefined;
  readonly effect?: Effect | undefined;
  /** The backend's wish; wins over the backoff. Milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** Where in the input the fault is: `ext.order.items[3]`. */
  readonly path?: string | undefined;
  /** The bound that was passed; unit as the code implies (bytes for `tooLarge`). */
  readonly limit?: number | undefined;
  readonly cause?: unknown;
}
/**
 * The one error of Parlance. Expected failures are values of it, in an `Outcome` or in state; transports reject with it.
 * Make it with {@link chatError}, know it by {@link isChatError}.
 */
declare class ChatError extends Error {
  override readonly name = "ChatError";
  readonly code: ErrorCode;
  /** Whether trying the same again may help. */
  readonly retryable: boolean;
  readonly effect: Effect;
  readonly retryAfterMs?: number;
  readonly path?: string;
  readonly limit?: number;
  constructor(code: ErrorCode, details?: ErrorDetails);
  /** For wires and snapshots: everything but the cause, which may hold anything. */
  toJSON(): {
    code: ErrorCode;
    message: string;
    retryable: boolean;
    effect: Effect;
    retryAfterMs?: number;
    path?: string;
    limit?: number;
  };
}
/** A value that JSON can carry. */
type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** A JSON object. Keys are data: `__proto__` is a key like any other. */
interface JsonObject {
  readonly [key: string]: Json | undefined;
}
/**
 * Module augmentation point: what an application knows about its own messages.
 * @example
 * declare module '@parlance/core' {
 *   interface Register { ext: { orderId?: string }; custom: { poll: { question: string } } }
 * }
 */
interface Register {}
/** What travels beside a body: any JSON object, or the application's own type through {@link Register}. */
type Ext = Register extends {
  ext: infer E;
} ? E : JsonObject;
/** Custom bodies by event name: any, or the application's own through {@link Register}. */
type CustomBodies = Register extends {
  custom: infer C;
} ? C : {
  readonly [event: string]: JsonObject;
};
interface TextBody {
  readonly type: "text";
  readonly text: string;
  readonly mentions?: Mentions;
}
/** Who is named in a text: these users, or everybody there. */
type Mentions = readonly UserId[] | "everyone";
/** A file where there are no Blobs: a mini program knows its files by paths. */
interface FilePath {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Media type, if it is known. */
  readonly type?: string;
}
/** A file that only this device has. */
type LocalFile = Blob | FilePath;
/** A file's whereabouts: `file` while only this device has it, `url` once it is uploaded. */
interface Attachment {
  readonly name: string;
  /** Media type, as in `image/png`. */
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
  readonly url?: string;
  /** SHA-256 of the bytes, lower-case hex, where the uploader tells it. */
  readonly digest?: string;
  /** Local only: never leaves this device. */
  readonly file?: LocalFile;
  /** Local only: an object URL to show before the upload is through; released by the chat. */
  readonly preview?: string;
}
interface ImageBody {
  readonly type: "image";
  readonly attachment: Attachment;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
  /** A small picture to show before the file is here: an image as a `data:` URL. */
  readonly thumbnail?: string;
}
/** A picture that is somewhere on the web already: nothing is uploaded. */
interface UrlImageBody {
  readonly type: "urlImage";
  readonly url: string;
  readonly name?: string;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
}
interface AudioBody {
  readonly type: "audio";
  readonly attachment: Attachment;
  readonly durationMs?: number;
}
interface VideoBody {
  readonly type: "video";
  readonly attachment: Attachment;
  readonly durationMs?: number;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
  /** A small picture of it: an image as a `data:` URL. */
  readonly thumbnail?: string;
}
/** A place on earth, in degrees (WGS 84). */
interface LocationBody {
  readonly type: "location";
  /** From -90 to 90. */
  readonly lat: number;
  /** From -180 to 180. */
  readonly lng: number;
  readonly address?: string;
  readonly name?: string;
}
interface FileBody {
  readonly type: "file";
  readonly attachment: Attachment;
}
/** An instruction for programs: goes to `commands$`, never to a timeline. */
interface CommandBody {
  readonly type: "command";
  readonly action: string;
  readonly params?: JsonObject;
}
/** The custom body of one event. */
interface CustomBodyOf<Event extends keyof CustomBodies & string> {
  readonly type: "custom";
  readonly event: Event;
  readonly data: CustomBodies[Event];
}
/** Any custom body that is registered. */
type CustomBody = { [Event in keyof CustomBodies & string]: CustomBodyOf<Event>; }[keyof CustomBodies & string];
type NoticeEvent = "joined" | "left" | "removed" | "dissolved" | "created" | "muted" | "unmuted" | "roleChanged" | "changed";
/**
 * What happened to the conversation itself, told by the backend as a row of it: somebody came or went, its title changed. Never unread,
 * never an alert, and no client can send it.
 */
interface NoticeBody {
  readonly type: "notice";
  readonly event: NoticeEvent;
  /** To whom it happened; the message's `from` did it. */
  readonly users?: readonly UserId[];
  /** The new title, for `changed`. */
  readonly title?: string;
}
/** What this version can't read. A transport hands over what it got, so that an application may. */
interface UnknownBody {
  readonly type: "unknown";
  readonly original?: Json;
}
type Body = TextBody | ImageBody | UrlImageBody | FileBody | AudioBody | VideoBody | LocationBody | CommandBody | CustomBody | NoticeBody | UnknownBody;
type BodyType = Body["type"];
/** A message by whatever name is at hand: the backend's (`id`) or its sender's (`from` and `localId`). */
interface MessageRef {
  readonly conversation?: ConversationId;
  readonly id?: MessageId;
  readonly from?: UserId;
  readonly localId?: LocalId;
}
/** What goes along with a body. */
interface Beside {
  readonly ext?: Ext;
  /** Only these members get it. */
  readonly to?: readonly UserId[];
  /** The message that this one answers; a `Message` will do. */
  readonly replyTo?: MessageRef;
  /** Asks for a read count where the backend wants to be asked (`Capabilities.readCount`). */
  readonly wantsReadCount?: boolean;
  /** Whose words these were before they were forwarded. */
  readonly forwardedFrom?: UserId;
}
/**
 * Where a message stands in its conversation, in the backend's order: a non-empty string compared by code unit (`a < b`).
 * Transports pad numbers to make that hold. Unique within a conversation.
 */
type Position = string;
/** As whom somebody withdrew or changed a message, vouched for by the transport at the time of the act. */
type Authority = "author" | "moderator" | "server";
/** What I changed about a conversation for myself. */
interface ConversationSettings {
  readonly pinned?: number;
  readonly silenced?: boolean;
  readonly archived?: boolean;
  readonly markedUnread?: boolean;
}
/** `invited`: asked to come, and may `join` or `leave`. `requested`: asks to be let in. */
type MemberState = "member" | "invited" | "requested" | "left" | "removed" | "dissolved";
type Role = "owner" | "admin" | "member";
/** Somebody's standing in a conversation. */
interface Membership {
  readonly conversation: ConversationId;
  readonly user: UserId;
  readonly state: MemberState;
  readonly role?: Role;
  /** May not speak there. */
  readonly muted?: boolean;
  /** Who brought it about, if somebody else did. */
  readonly by?: UserId;
}
/** Whether somebody is there. */
interface Presence {
  readonly state: "online" | "away" | "busy" | "offline";
  /** Words of their own. */
  readonly status?: string;
  /** Milliseconds since 1970, the server's clock. */
  readonly lastSeenAt?: number;
}
type ReceiptKind = "delivered" | "read";
/** One line of `talk.readers(key)`. */
interface Reader {
  readonly user: UserId;
  /** Milliseconds since 1970. */
  readonly at?: number;
  /** What the reader wrote beside the receipt. */
  readonly content?: string;
}
/** A page of something; `next` asks for the following one and is absent on the last. */
interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}
/** Somebody, as the directory knows them. Until it does, the name is the id. */
interface User {
  readonly id: UserId;
  readonly name: string;
  /** A picture's URL. */
  readonly avatar?: string;
}
/**
 * How somebody and I stand to each other: we know each other, they ask me, I ask them, they said no, or nothing (any more).
 */
type ContactState = "contact" | "incoming" | "outgoing" | "declined" | "none";
interface Contact {
  readonly user: UserId;
  readonly state: ContactState;
  /** What was written beside the request. */
  readonly message?: string;
  /** Milliseconds since 1970. */
  readonly at?: number;
}
/** A message as it leaves. */
interface OutgoingMessage extends Beside {
  readonly conversation: ConversationId;
  readonly localId: LocalId;
  readonly body: Body;
}
/** A message as a backend tells it. Has an `id`, or a `localId`, or both. */
interface RemoteMessage extends Beside {
  readonly conversation: ConversationId;
  readonly from: UserId;
  readonly id?: MessageId;
  readonly localId?: LocalId;
  readonly body: Body;
  /** Milliseconds since 1970, the server's clock. */
  readonly sentAt?: number;
  /** Absent: not known yet [ORD2]. */
  readonly position?: Position;
}
/** The answer to a command that was carried out. */
interface Ack {
  readonly id?: MessageId;
  readonly position?: Position;
  /** Server time, milliseconds since 1970. */
  readonly at?: number;
  /** Of an edit. */
  readonly version?: string;
}
/** How a fact came: as it happened, on catching up after a break, in a history page or list, or as the answer to my own command. */
type Origin = "live" | "catchup" | "history" | "echo";
/** A message that may stand in for a position: by name, by position, or by both. */
interface UpTo extends MessageRef {
  readonly position?: Position;
}
/**
 * What a mark reaches. Three forms, because real backends have three: everything up to a message, some messages, or the
 * whole conversation (`through` what, if the backend says).
 */
type ReceiptTarget = {
  readonly upTo: UpTo;
} | {
  readonly exactly: readonly MessageRef[];
} | {
  readonly whole: true;
  readonly through?: Position;
};
/** A conversation as a backend's list tells it. Absent fields say nothing. */
interface ConversationEntry {
  readonly id: ConversationId;
  readonly last?: RemoteMessage;
  /** `asOf`: the newest position counted; `mark`: my mark it was counted from; `mentions`: how many of them mention me. */
  readonly unread?: {
    readonly count: number;
    readonly asOf?: Position;
    readonly mark?: Position;
    readonly mentions?: number;
  };
  readonly title?: string;
  readonly avatar?: string;
  readonly members?: number;
  /** Rank among the pinned; 0 is not pinned. */
  readonly pinned?: number;
  readonly silenced?: boolean;
  readonly archived?: boolean;
  readonly markedUnread?: boolean;
  /** Server time of the last activity. */
  readonly activity?: number;
  readonly version?: string;
}
interface Told {
  readonly origin: Origin;
}
interface MessageFact extends Told {
  readonly type: "message";
  readonly message: RemoteMessage;
}
/** A send of mine got through; the late form of what `Transport.send` resolves with. */
interface AcceptedFact extends Told {
  readonly type: "accepted";
  readonly localId: LocalId;
  readonly ack: Ack;
}
/** A send of mine was refused, maybe after its ack (`Capabilities.refusalAfterAck`). */
interface RefusedFact extends Told {
  readonly type: "refused";
  readonly localId: LocalId;
  readonly error: ChatError;
}
interface ReceiptFact extends Told {
  readonly type: "receipt";
  /** May be absent if every reference names its conversation or ids are global. */
  readonly conversation?: ConversationId;
  readonly user: UserId;
  readonly kind: ReceiptKind;
  readonly target: ReceiptTarget;
  readonly at?: number;
  readonly content?: string;
}
/** How many have read (or got) a message, as the backend counts. */
interface ReadCountFact extends Told {
  readonly type: "readCount";
  readonly target: MessageRef;
  readonly read: number;
  readonly delivered?: number;
  readonly of?: number;
}
interface RecalledFact extends Told {
  readonly type: "recalled";
  readonly target: MessageRef;
  readonly by: UserId;
  readonly as: Authority;
  readonly at?: number;
}
interface EditedFact extends Told {
  readonly type: "edited";
  readonly target: MessageRef;
  readonly body: Body;
  readonly ext?: Ext;
  readonly by: UserId;
  readonly as: Authority;
  readonly at?: number;
  readonly version?: string;
}
/** Messages are gone for me or for all: those named, or all through a position. */
interface DeletedFact extends Told {
  readonly type: "deleted";
  readonly conversation?: ConversationId;
  readonly target: {
    readonly exactly: readonly MessageRef[];
  } | {
    readonly through: Position;
  };
}
interface EphemeralFact extends Told {
  readonly type: "ephemeral";
  readonly conversation: ConversationId;
  readonly from: UserId;
  readonly name: string;
  readonly data: Json;
}
interface ConversationFact extends Told {
  readonly type: "conversation";
  readonly entry: ConversationEntry;
}
interface ConversationRemovedFact extends Told {
  readonly type: "conversationRemoved";
  readonly conversation: ConversationId;
  /** The newest position removed; else ingress takes the newest known. */
  readonly through?: Position;
  readonly withHistory?: boolean;
}
interface MembershipFact extends Told {
  readonly type: "membership";
  readonly membership: Membership;
  readonly version?: string;
}
/** Blocked or not, user by user; `whole` says that nobody else is blocked. */
interface BlocklistFact extends Told {
  readonly type: "blocklist";
  readonly blocked?: readonly UserId[];
  readonly unblocked?: readonly UserId[];
  readonly whole?: boolean;
  readonly version?: string;
}
/** Somebody put an emoji to a message, or took it away. One register per message, user and emoji. */
interface ReactionFact extends Told {
  readonly type: "reaction";
  readonly target: MessageRef;
  readonly user: UserId;
  readonly emoji: string;
  readonly active: boolean;
  readonly version?: string;
}
/** A message was pinned for all of its conversation, or is so no more. One register per message id. */
interface PinnedFact extends Told {
  readonly type: "pinned";
  readonly conversation: ConversationId;
  readonly id: MessageId;
  readonly pinned: boolean;
  readonly by: UserId;
  readonly at?: number;
  readonly version?: string;
}
/** How people stand to me, one register each; `whole` says that there is nobody else. */
interface ContactsFact extends Told {
  readonly type: "contacts";
  readonly contacts: readonly Contact[];
  readonly whole?: boolean;
  readonly version?: string;
}
/** Whether somebody is there. */
interface PresenceFact extends Told {
  readonly type: "presence";
  readonly user: UserId;
  readonly presence: Presence;
  readonly version?: string;
}
/** What happened, as a transport tells it. */
type Fact = MessageFact | AcceptedFact | RefusedFact | ReceiptFact | ReadCountFact | RecalledFact | EditedFact | DeletedFact | EphemeralFact | ConversationFact | ConversationRemovedFact | MembershipFact | BlocklistFact | ReactionFact | PinnedFact | ContactsFact | PresenceFact;
/** Opaque and JSON-safe: valid only together with the state that was there when it came [RES1]. */
type ResumeToken = Json;
/** What a link says of itself. */
type LinkEvent = {
  readonly type: "link";
  readonly state: "connecting" | "lost";
  readonly retryAt?: number;
  readonly error?: ChatError;
} | {
  readonly type: "synced";
  readonly continuity: "whole" | "gap";
  readonly conversations?: readonly ConversationId[];
  readonly serverTime?: number;
} | {
  readonly type: "closed";
  readonly error: ChatError;
};
type TransportNotice = {
  readonly type: "capabilities";
  readonly capabilities: Capabilities;
} | {
  readonly type: "checkpoint";
  readonly token: ResumeToken;
} | {
  readonly type: "fault";
  readonly error: ChatError;
};
type TransportEvent = Fact | LinkEvent | TransportNotice;
/** How long to wait, and how to stop waiting. A transport rejects with `timeout` or `cancelled`. */
interface Op {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}
/** `onProgress`: how much of it is through, from 0 to 1. */
interface ProgressOp extends Op {
  readonly onProgress?: (share: number) => void;
}
/** Which stretch of a conversation is asked for. Cursors come from an earlier page and are opaque. */
interface HistoryQuery {
  readonly conversation: ConversationId;
  readonly count: number;
  readonly at: {
    readonly newest: true;
  } | {
    readonly before: Position;
  } | {
    readonly after: Position;
  } | {
    readonly around: MessageId;
  } | {
    readonly cursor: Json;
  };
}
/** A stretch of a conversation. Says what it covers, also when it holds nothing [RCV3]. */
interface HistoryPage {
  /** Origin `history`; messages in any order. */
  readonly facts: readonly Fact[];
  readonly covers?: {
    readonly from: "start" | (Position & {});
    readonly to: "live" | (Position & {});
  };
  /** Where the next older page begins; absent: unknown or none. */
  readonly older?: Json;
  readonly newer?: Json;
}
interface ConversationPage {
  readonly entries: readonly ConversationEntry[];
  readonly next?: Json;
}
/** What to look for in a conversation: all that is given has to fit. */
interface SearchQuery {
  readonly conversation: ConversationId;
  readonly text?: string;
  readonly types?: readonly BodyType[];
  readonly senders?: readonly UserId[];
  /** Milliseconds since 1970, both ends included. */
  readonly since?: number;
  readonly until?: number;
  readonly count: number;
  /** From an earlier page. */
  readonly cursor?: Json;
}
/** What was found, newest first, each as it is now. */
interface SearchPage {
  readonly messages: readonly RemoteMessage[];
  readonly next?: Json;
}
/** A new group or room; I am its owner. */
interface GroupSpec {
  readonly kind: "group" | "room";
  readonly title?: string;
  readonly avatar?: string;
  readonly members?: readonly UserId[];
}
/** What can be done about groups and rooms; `Capabilities.groups` says what of it. The facts that follow change the state. */
interface GroupOps {
  create(spec: GroupSpec, op?: Op): Promise<{
    readonly conversation: ConversationId;
  }>;
  /** They are `invited`, or members at once, as the backend has it. */
  invite(conversation: ConversationId, users: readonly UserId[], op?: Op): Promise<void>;
  remove(conversation: ConversationId, users: readonly UserId[], op?: Op): Promise<void>;
  mute(conversation: ConversationId, user: UserId, muted: boolean, op?: Op): Promise<void>;
  setRole(conversation: ConversationId, user: UserId, role: Role, op?: Op): Promise<void>;
  update(conversation: ConversationId, change: {
    readonly title?: string;
    readonly avatar?: string;
  }, op?: Op): Promise<void>;
  dissolve(conversation: ConversationId, op?: Op): Promise<void>;
  members(conversation: ConversationId, query: {
    readonly count: number;
    readonly cursor?: Json;
  }, op?: Op): Promise<MembersPage>;
}
interface MembersPage {
  readonly members: readonly MembershipFact[];
  readonly next?: Json;
}
/** Asking, accepting and the like. The facts that follow change the state. */
interface ContactOps {
  /** Everybody who stands to me in some way: a fact with `whole`. */
  list(op?: Op): Promise<ContactsFact>;
  /** Asks somebody; if they ask me already, that accepts. */
  add(user: UserId, options: {
    readonly message?: string;
  }, op?: Op): Promise<void>;
  accept(user: UserId, op?: Op): Promise<void>;
  decline(user: UserId, op?: Op): Promise<void>;
  /** Ends it, or takes a request of mine back. */
  remove(user: UserId, op?: Op): Promise<void>;
}
interface BlockOps {
  /** A fact with `whole`. */
  list(op?: Op): Promise<BlocklistFact>;
  block(user: UserId, op?: Op): Promise<void>;
  unblock(user: UserId, op?: Op): Promise<void>;
}
interface PresenceOps {
  /** Facts come about these users from now on; the answer is how they are now. Each call names all who are watched. */
  watch(users: readonly UserId[], op?: Op): Promise<readonly PresenceFact[]>;
  set(presence: Pick<Presence, "state" | "status">, op?: Op): Promise<void>;
}
/** A file on its way: bytes and what is known of them. */
interface UploadRequest {
  readonly conversation: ConversationId;
  readonly file: LocalFile;
  readonly name: string;
  readonly mime: string;
}
/**
 * The port: what a backend looks like to the core. Nothing in it names a backend. Commands reject with a `ChatError`;
 * an optional member that is absent means that this backend can't.
 */
interface Transport {
  readonly name: string;
  readonly self: UserId;
  readonly capabilities: Capabilities;
  /** The one spelling of an id, for backends that fold case. Applied to ids as they are made or enter. */
  canonical?(id: string): string;
  /** Synchronous, works offline, unique over devices, tabs and reloads. */
  newLocalId(): LocalId;
  /**
   * Cold: subscribing opens the link, unsubscribing closes it. Never emits while `subscribe` runs, is silent after unsubscribe.
   * Errors with a `ChatError` when the link is lost and the core should open it again; `closed`, then completion, is final.
   */
  connect(options?: {
    readonly resume?: ResumeToken;
  }): Observable<TransportEvent>;
  /** An ack with a position resolves after the facts below that position were emitted. */
  send(message: OutgoingMessage, op?: Op): Promise<Ack>;
  recall(target: MessageRef, op?: Op): Promise<Ack>;
  markRead(conversation: ConversationId, target: ReceiptTarget, op?: Op & {
    readonly content?: string;
  }): Promise<void>;
  history(query: HistoryQuery, op?: Op): Promise<HistoryPage>;
  edit?(target: MessageRef, change: {
    readonly body: Body;
    readonly ext?: Ext;
  }, op?: Op): Promise<Ack>;
  delete?(target: MessageRef, op?: Op): Promise<Ack>;
  markDelivered?(conversation: ConversationId, target: ReceiptTarget, op?: Op): Promise<void>;
  conversations?(query: {
    readonly count: number;
    readonly cursor?: Json;
    readonly only?: readonly ConversationId[];
  }, op?: Op): Promise<ConversationPage>;
  /** `pinned`: the rank that is kept, where it isn't the one that was asked for. */
  setConversation?(conversation: ConversationId, settings: ConversationSettings, op?: Op): Promise<{
    readonly pinned?: number;
  }>;
  removeConversation?(conversation: ConversationId, options: {
    readonly withHistory: boolean;
  }, op?: Op): Promise<{
    readonly through?: Position;
  }>;
  readers?(target: MessageRef, query: {
    readonly after?: string;
    readonly count: number;
  }, op?: Op): Promise<Page<Reader>>;
  /** Fire and forget: nothing comes of it when there is no link. */
  sendEphemeral?(conversation: ConversationId, name: string, data: Json): void;
  join?(conversation: ConversationId, op?: Op): Promise<void>;
  leave?(conversation: ConversationId, op?: Op): Promise<void>;
  /** Resolves with the attachment as others may fetch it: `url`, and `digest` if known. */
  upload?(request: UploadRequest, op?: ProgressOp): Promise<Attachment>;
  /** The bytes of an attachment, for files that only this transport may fetch; absent: its URL is for all. */
  download?(attachment: Attachment, op?: ProgressOp): Promise<Blob>;
  /** Puts an emoji of mine to a message, or takes it away. */
  react?(target: MessageRef, reaction: {
    readonly emoji: string;
    readonly active: boolean;
  }, op?: Op): Promise<Ack>;
  /** Pins a message for all of its conversation, or unpins it. */
  pin?(target: MessageRef, pinned: boolean, op?: Op): Promise<Ack>;
  search?(query: SearchQuery, op?: Op): Promise<SearchPage>;
  /** Those that are known, in any order. */
  users?(ids: readonly UserId[], op?: Op): Promise<readonly User[]>;
  readonly groups?: GroupOps;
  readonly contacts?: ContactOps;
  readonly blocks?: BlockOps;
  readonly presence?: PresenceOps;
}
/** Something that may take its time. */
type MayWait<T> = T | Promise<T>;
/** Breaks and mends the way between a user's devices and the backend. */
interface ContractNetwork {
  /** Every link of this user is lost now, whatever is on its way, and none can be opened. */
  readonly cut: (user: UserId) => MayWait<void>;
  /** From now on nothing passes over the links of this user, in either direction, and nobody tells them. */
  readonly silence?: (user: UserId) => MayWait<void>;
  /** Links can be opened again, and what is sent arrives. */
  readonly restore: (user: UserId) => MayWait<void>;
}
/** Makes credentials bad. */
interface ContractCredentials {
  /** A transport whose credential the backend never gave. */
  readonly wrong: (user: UserId) => MayWait<Transport>;
  /** The credential that a user's devices are linked with is good no longer; the next one they ask for is. */
  readonly expire: (user: UserId) => MayWait<void>;
  /** How often a user's devices asked for a credential, all transports of {@link ContractBackend.open} together. */
  readonly asked: (user: UserId) => number;
}
/** Brings on a user what no transport of this version would send. */
interface ContractOddities {
  /** Something that can't be read comes down every link of this user. */
  readonly garbage: (user: UserId) => MayWait<void>;
  /** `from` sends a message whose body is of a type that nobody knows. */
  readonly unknownBody: (from: UserId, conversation: ConversationId) => MayWait<void>;
}
/**
 * A backend that the contract kit can play on: what its transports are made with, and, as far as it has them, ways to bring about what
 * users can't. What is missing is said by the checks that need it. The checks make their own users, so that one backend serves all.
 */
interface ContractBackend {
  /** What the transports declare once they are synced: decides which checks apply, and what they ask. */
  readonly capabilities: Capabilities;
  /** A new user. `wish` is the id to take if the backend lets one choose; any other will do. */
  readonly makeUser: (wish: string) => MayWait<UserId>;
  /**
   * A new group of these. The first owns it; none of the others has a say over what others send. `wish` is what should stand behind `group:`, if the backend lets
   * one choose.
   */
  readonly makeGroup: (members: readonly UserId[], wish?: string) => MayWait<ConversationId>;
  /** A transport, not connected, of one of a user's devices. The same device again: after it was closed, as after a restart. */
  readonly open: (user: UserId, device: string) => MayWait<Transport>;
  /** Moves the backend's and the transports' clock. Absent: time passes by itself. */
  readonly advance?: (ms: number) => Promise<void>;
  /** How long something that must come may take, milliseconds; 10 000 unless given. */
  readonly patienceMs?: number;
  readonly network?: ContractNetwork;
  readonly credentials?: ContractCredentials;
  readonly oddities?: ContractOddities;
  /** From now on what `other` sends to `user` is refused. */
  readonly block?: (user: UserId, other: UserId) => MayWait<void>;
  /** A new room, which everybody may join. */
  readonly makeRoom?: (wish: string) => MayWait<ConversationId>;
  /** Has something happen to a group and one of its members that the backend tells of as a notice; they are as before afterwards. */
  readonly notice?: (group: ConversationId, member: UserId) => MayWait<void>;
  /** The bytes behind an attachment's URL; `fetch` unless given. */
  readonly download?: (url: string) => Promise<Blob>;
}
/** One thing that a transport has to get right. */
interface ContractCheck {
  /** A sentence; in brackets the rules or the capability that it is about. */
  readonly name: string;
  /** `true`, or why it isn't checked: the backend can't bring it about, or doesn't claim it. */
  readonly applies: true | string;
  /** Rejects with an `Error` whose message says what is wrong. Does nothing if the check doesn't apply. */
  readonly run: () => Promise<void>;
}
/**
 * What a transport has to get right, as checks for any test runner. Those that don't apply say why.
 * @example
 * for (const check of transportContract(backend)) {
 *   if (check.applies === true) it(check.name, check.run)
 * }
 */
export declare const transportContract: (backend: ContractBackend) => readonly ContractCheck[];
/** A value that changes, framework-neutral. Svelte takes it as a store. */
interface Readable<T> {
  /** The value now. */
  get(): T;
  /** Calls at once with the value, then after each change; the function it gives back ends that. */
  subscribe(listener: (value: T) => void): () => void;
}
/** A Readable that a test sets, and that counts who is subscribed. */
interface ReadableCell<T> extends Readable<T> {
  readonly set: (value: T) => void;
  readonly subscribers: number;
}
/**
 * A Readable without a chat, to test what shows one.
 * @example
 * const typing = readableCell<readonly string[]>([])
 * typing.set(['alice'])
 */
export declare const readableCell: <T>(initial: T) => ReadableCell<T>;
/** The core's only time. `systemClock()` is the default; tests use `testClock()` of `@parlance/core/testing`. */
interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  setTimeout(run: () => void, ms: number): TimerHandle;
  clearTimeout(handle: TimerHandle): void;
  microtask(run: () => void): void;
  /** Before the next paint, where there is one; gives back what cancels it. Absent: no frames here. */
  frame?(run: () => void): () => void;
}
/** What `setTimeout` gave. Opaque. */
type TimerHandle = {
  readonly timer: unknown;
};
/** A clock that stands still until told otherwise. */
interface TestClock extends Clock {
  /** Moves on, running every timer that comes due in order and letting promises settle in between. */
  advance(ms: number): Promise<void>;
  /** Lets promises settle without moving on. */
  settle(): Promise<void>;
  /** How many timers wait. */
  readonly pending: number;
}
/**
 * A {@link Clock} for tests, at `start` milliseconds since 1970.
 * @example
 * const clock = testClock()
 * const chat = createChat({ transport, clock })
 * await clock.advance(1_000)
 */
export declare const testClock: (start?: number) => TestClock;
export type { ContractBackend, ContractCheck, ContractCredentials, ContractNetwork, ContractOddities, ReadableCell, TestClock };