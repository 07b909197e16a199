import { Observable } from "rxjs";
/** A person or a bot, as the backend names them. Any non-empty string. */
type UserId = string;
/** A message as the backend names it. Unique within its conversation, or everywhere: `Capabilities.ids` says which. */
type MessageId = string;
/** A message as its sender named it before the backend did. Unique over the sender's devices, tabs and reloads. */
type LocalId = string;
/** A message as this chat names it: never changes while the message is here. What a list uses as its key. */
type MessageKey = string;
type ConversationKind = "direct" | "group" | "room";
/** `direct:alice`, `group:42`, `room:7`: the kind is part of the name, so that user 42 and group 42 never meet. */
type ConversationId = `${ConversationKind}:${string}`;
/** The conversation with one person (with oneself, too). */
export declare const direct: (user: UserId) => ConversationId;
/** The conversation of a group, whose members are known. */
export declare const group: (id: string) => ConversationId;
/** The conversation of a room, which people enter and leave. */
export declare const room: (id: string) => ConversationId;
/** Whether a string names a conversation. */
export declare const isConversationId: (text: unknown) => text is ConversationId;
/** A conversation's id from outside (a URL, storage), or `undefined` if the text is none. */
export declare const parseConversationId: (text: unknown) => ConversationId | undefined;
/** `direct`, `group` or `room`. */
export declare const conversationKind: (id: ConversationId) => ConversationKind;
/** What stands behind the kind: the peer of a direct conversation, the id of a group or room. */
export declare const conversationName: (id: ConversationId) => string;
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
/** A body that is about a file. */
type AttachmentBody = Extract<Body, {
  readonly attachment: Attachment;
}>;
/** The attachment of a body that has one. */
export declare const attachmentOf: (body: Body) => Attachment | undefined;
/** The same body with another attachment. */
export declare const withAttachment: (body: Body, attachment: Attachment) => Body;
declare namespace bodies_d_exports {
  export { audio, command, custom, file, image, location, text, urlImage, video };
}
/**
 * Words. `mentions` are the users named in them, or `'everyone'`.
 * @example talk.send(text('hello, Bob', { mentions: ['bob'] }))
 */
export declare const text: (words: string, options?: {
  readonly mentions?: Mentions;
}) => TextBody;
/**
 * A picture: a file to upload, or one that is already somewhere. Width and height in pixels let a list keep its place;
 * `describeFile` of `@parlance/core/attachments` finds them out.
 * @example talk.send(image(input.files[0], { width: 640, height: 480 }))
 */
export declare const image: (source: LocalFile | Attachment, { name, ...options }?: {
  readonly name?: string;
} & Omit<ImageBody, "type" | "attachment">) => ImageBody;
/**
 * A picture that is on the web already: nothing is uploaded.
 * @example talk.send(urlImage({ url: 'https://example.com/lake.jpg', width: 1200, height: 800 }))
 */
export declare const urlImage: (picture: Omit<UrlImageBody, "type">) => UrlImageBody;
/** Sound: a file to upload, or one that is already somewhere. */
export declare const audio: (source: LocalFile | Attachment, { name, ...options }?: {
  readonly name?: string;
} & Omit<AudioBody, "type" | "attachment">) => AudioBody;
/** A film: a file to upload, or one that is already somewhere. */
export declare const video: (source: LocalFile | Attachment, { name, ...options }?: {
  readonly name?: string;
} & Omit<VideoBody, "type" | "attachment">) => VideoBody;
/** A file to upload, or one that is already somewhere. */
export declare const file: (source: LocalFile | Attachment, options?: {
  readonly name?: string;
}) => FileBody;
/**
 * A place: latitude from -90 to 90 and longitude from -180 to 180, in degrees.
 * @example talk.send(location({ lat: 47.37, lng: 8.54, name: 'Zurich' }))
 */
export declare const location: (place: Omit<LocationBody, "type">) => LocationBody;
/** An instruction for programs: goes to `commands$` of whoever gets it, never into a timeline. */
export declare const command: (action: string, params?: JsonObject) => CommandBody;
/** Whatever an application means by it; typed through {@link CustomBodies}. */
export declare const custom: <Event extends keyof CustomBodies & string>(event: Event, data: CustomBodies[Event]) => CustomBodyOf<Event>;
/**
 * An immutable, indexable, iterable sequence: what every list that the library gives out is. `map`, `for…of` and `length` work as on an
 * array, so that it can be rendered as it is.
 */
interface Sequence<T> extends Iterable<T> {
  readonly length: number;
  /** The item at the index; a negative one counts from the end. */
  at(index: number): T | undefined;
  /** The items from `from` to `to` (exclusive), as `Array.prototype.slice` counts them. */
  slice(from?: number, to?: number): readonly T[];
  map<U>(fn: (item: T, index: number) => U): U[];
  find(predicate: (item: T, index: number) => boolean): T | undefined;
  /** The index of the item with this key, -1 if there is none. O(log n). */
  indexOf(key: string): number;
  /** All items as a frozen array: O(n) the first time, then always the same one. */
  toArray(): readonly T[];
}
/** What a sequence is made from: all else is derived. It must never change. */
interface SequenceSource<T> {
  readonly length: number;
  /** Called with an index inside the sequence only. */
  at(index: number): T | undefined;
  /** The items from `from` to `to` (exclusive), both inside the sequence, from first to last. */
  range(from: number, to: number): Iterable<T>;
  /** The index of the item with this key, -1 if there is none. */
  indexOf(key: string): number;
}
/** A sequence over a source. */
export declare const sequence: <T>(source: SequenceSource<T>) => Sequence<T>;
/** The sequence without items: always the same one. */
export declare const emptySequence: Sequence<never>;
/** Whether what was asked for happened nevertheless: no, nobody knows, yes. */
type Effect = "none" | "maybe" | "done";
type ErrorCode = "offline" | "timeout" | "unavailable" | "rateLimited" | "authExpired" | "authRejected" | "replacedElsewhere" | "forbidden" | "blocked" | "notAllowlisted" | "muted" | "notMember" | "notFound" | "groupNotFound" | "recallTooLate" | "recallDisabled" | "editTooLate" | "contentRejected" | "intercepted" | "moderated" | "tooLarge" | "invalid" | "conflict" | "unsupported" | "cancelled" | "protocol" | "storage" | "internal" | "unknown";
/** Every code there is. */
export declare const errorCodes: readonly ErrorCode[];
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
export declare class ChatError extends Error {
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
/**
 * Makes a {@link ChatError}.
 * @example
 * throw chatError('tooLarge', { limit: 65_536, message: 'A message may have 64 kB.' })
 */
export declare const chatError: (code: ErrorCode, details?: ErrorDetails) => ChatError;
/** Whether a value is a {@link ChatError}, also one that another copy of this package made. */
export declare const isChatError: (value: unknown) => value is ChatError;
/** A {@link ChatError} of whatever was thrown: itself, or `unknown` (`fallback`) with the cause. */
export declare const asChatError: (thrown: unknown, fallback?: ErrorCode) => ChatError;
/** Whether a string is one of the codes. */
export declare function isErrorCode(code: unknown): code is ErrorCode;
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
/** One emoji at a message. */
interface Reaction {
  readonly emoji: string;
  readonly count: number;
  /** Whether one of them is mine, as far as I want it: mine shows before the backend has it. */
  readonly mine: boolean;
  /** Who: me first, then the others in the order of their ids; a hundred at most. */
  readonly users: readonly UserId[];
}
/** Where one of my messages stands on its way out. `uncertain`: it may or may not have been stored, and nobody knows yet [SND6]. */
type SendState = {
  readonly state: "queued";
} | {
  readonly state: "uploading";
  readonly progress?: number;
} | {
  readonly state: "sending";
} | {
  readonly state: "sent";
} | {
  readonly state: "uncertain";
} | {
  readonly state: "failed";
  readonly error: ChatError;
};
/** The tick of one of my messages. */
type MessageStatus = SendState["state"] | "delivered" | "read";
/** What I asked of a message and the backend hasn't confirmed yet, or refused (`error`). */
type MessageChange = {
  readonly change: "recall";
  readonly error?: ChatError;
} | {
  readonly change: "delete";
  readonly error?: ChatError;
} | {
  readonly change: "edit";
  readonly body: Body;
  readonly error?: ChatError;
};
/** A change of a message that is on its way or was refused; a reaction or a pin only once it was refused. */
type PendingChange = MessageChange | {
  readonly change: "react";
  readonly emoji: string;
  readonly error: ChatError;
} | {
  readonly change: "pin";
  readonly error: ChatError;
};
/** As whom somebody withdrew or changed a message, vouched for by the transport at the time of the act. */
type Authority = "author" | "moderator" | "server";
/** Who withdrew a message, when (milliseconds since 1970, the server's clock) and as whom. */
interface Recalled {
  readonly by: UserId;
  readonly at?: number;
  readonly as: Authority;
}
/** The last edit that stands. */
interface Edited {
  readonly by: UserId;
  readonly at?: number;
  readonly as: Authority;
}
interface MessageBase extends Omit<Beside, "ext"> {
  /** What a list uses: stays the same from the first show to the end. */
  readonly key: MessageKey;
  readonly id?: MessageId;
  readonly localId?: LocalId;
  readonly conversation: ConversationId;
  readonly from: UserId;
  readonly mine: boolean;
  /** Milliseconds since 1970, the server's clock; before the ack my own, corrected by what is known of the server's. */
  readonly sentAt: number;
  readonly position?: Position;
  /** Only on mine. */
  readonly send?: SendState;
}
interface LiveMessage extends MessageBase {
  readonly body: Body;
  readonly ext?: Ext;
  readonly recalled?: undefined;
  readonly edited?: Edited;
  readonly pending?: PendingChange;
  /** In the order of their first emoji; absent: none. */
  readonly reactions?: readonly Reaction[];
}
interface RecalledMessage extends MessageBase {
  readonly recalled: Recalled;
  readonly body?: undefined;
  readonly ext?: undefined;
  readonly edited?: undefined;
  readonly pending?: undefined;
  readonly reactions?: undefined;
}
/** One item of a conversation: shown with its body, or as a tombstone after a recall. */
type Message = LiveMessage | RecalledMessage;
/** How much of a conversation, or of all, is unread. */
interface Unread {
  readonly count: number;
  /** Whether every message counted, or not counted, is known here; else the backend's number has a part in it. */
  readonly exact: boolean;
}
/** The unread of one conversation. */
interface ConversationUnread extends Unread {
  /** Whether the backend knows my mark; `false` after it refused one. */
  readonly synced: boolean;
  /** How many of the unread mention me, or everyone; exact where `exact` is. */
  readonly mentions: number;
  /** "Marked unread" by hand: a badge without a number. */
  readonly marked: boolean;
}
/** A line of the conversation list. */
interface Conversation {
  readonly id: ConversationId;
  readonly title?: string;
  readonly avatar?: string;
  /** The last visible message, tombstones included; none if there is none or it isn't known. */
  readonly last?: Message;
  readonly unread: ConversationUnread;
  /** Rank among the pinned: greater stands higher. 0 is not pinned. */
  readonly pinned: number;
  /** My alerts are off; it isn't in the total. */
  readonly silenced: boolean;
  readonly archived: boolean;
  /** Server time of the last activity, milliseconds since 1970. */
  readonly activity?: number;
  /** How many belong to it, if known. */
  readonly members?: number;
}
/** What I changed about a conversation for myself. */
interface ConversationSettings {
  readonly pinned?: number;
  readonly silenced?: boolean;
  readonly archived?: boolean;
  readonly markedUnread?: boolean;
}
/** What is written but not sent. */
interface Draft {
  readonly text: string;
  readonly replyTo?: MessageRef;
  readonly mentions?: readonly UserId[];
  readonly attachments?: readonly Attachment[];
}
/** Where a conversation's loaded history ends, and what is being loaded. */
interface HistoryState {
  readonly state: "idle" | "loading" | "failed";
  /** Whether there may be older messages than the oldest here. */
  readonly hasOlder: boolean;
  /** Whether there may be newer messages than the newest here. */
  readonly hasNewer: boolean;
  readonly error?: ChatError;
}
/** What I may do here now. `reason` says why not, where one is known. */
interface ConversationAbilities {
  readonly send: boolean;
  readonly reason?: "notMember" | "muted" | "unsupported";
}
/** What I may do with a message now. */
interface MessageActions {
  readonly recall: boolean;
  readonly edit: boolean;
  readonly retry: boolean;
  readonly cancel: boolean;
}
/** A value that changes, framework-neutral. Svelte takes it as a store. */
interface Readable<T> {
  /** The value now. */
  get(): T;
  /** Calls at once with the value, then after each change; the function it gives back ends that. */
  subscribe(listener: (value: T) => void): () => void;
}
/** Which conversations of the list are wanted: those that meet every field that is there. */
interface ConversationFilter {
  readonly kind?: ConversationKind | undefined;
  /** Only what has something unread, or is marked unread by hand. */
  readonly unreadOnly?: boolean | undefined;
  /** `true`: only archived ones; `false`: only the others; absent: both. */
  readonly archived?: boolean | undefined;
  /** Part of the title or of the name in the id, in any case; blank finds all. */
  readonly search?: string | undefined;
}
/** Says of each conversation whether it is wanted. Must depend on nothing else that changes. */
type ConversationPredicate = (conversation: Conversation) => boolean;
/**
 * Makes a function that gives the conversations that a filter lets through, in their order, as a Readable: the same one for an equal
 * filter. And over all filters its sequence stays the same while the same conversations pass unchanged.
 */
export declare const conversationSelector: () => ((conversations: Readable<Sequence<Conversation>>, filter: ConversationFilter | ConversationPredicate) => Readable<Sequence<Conversation>>);
/** How a command ended. Commands don't reject for what can be expected. */
type Outcome<T = void> = {
  readonly ok: true;
  readonly value: T;
} | {
  readonly ok: false;
  readonly error: ChatError;
};
/** A message that somebody pinned for all of its conversation. */
interface PinnedMessage {
  readonly id: MessageId;
  readonly by: UserId;
  /** Milliseconds since 1970, the server's clock. */
  readonly at?: number;
  /** The message, if it is loaded; else `talk.loadAround(id)` brings it. */
  readonly message?: Message;
}
type ReceiptKind = "delivered" | "read";
/** How far one of my messages has come. What the backend can't tell is `undefined`, never 0 [RCP5]. */
interface Receipts {
  /** Recipients whose devices have it; read implies delivered. */
  readonly delivered: number | undefined;
  readonly read: number | undefined;
  /** Recipients there are, if that is known. */
  readonly of: number | undefined;
  /** Those known by name to have read it, in the order of their ids. */
  readonly readers: readonly UserId[];
}
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
/** What to look for in a conversation: all that is given has to fit. */
interface SearchOptions {
  readonly text?: string;
  readonly types?: readonly BodyType[];
  readonly senders?: readonly UserId[];
  /** Milliseconds since 1970, both ends included. */
  readonly since?: number;
  readonly until?: number;
  /** How many at most; default 20. */
  readonly count?: number;
  /** The `next` of the page before. */
  readonly after?: string;
}
/** A row of a timeline. `key` is unique within it and stays the same while the row means the same. */
type TimelineItem = {
  readonly type: "message";
  readonly key: string;
  readonly message: Message;
} | {
  readonly type: "date";
  readonly key: string;
  readonly day: string;
} | {
  readonly type: "gap";
  readonly key: string;
  /** The message right below the gap. */
  readonly before: MessageKey;
  readonly fillable: boolean;
  readonly filling: boolean;
  readonly error?: ChatError;
} | {
  readonly type: "unread";
  readonly key: string;
};
/** What goes along with a body. */
type SendOptions = Beside;
/**
 * One conversation: its state as Readables, its commands as functions that may be destructured. The same object for the same
 * id while it is subscribed to, open or referenced. Expected failures of commands are `{ ok: false, error }`, and stand in the state too.
 * @example
 * const talk = chat.conversation(group('42'))
 * const close = talk.open()
 * talk.messages.subscribe((messages) => console.log(messages.at(-1)))
 * talk.send('hello')
 */
interface ConversationHandle {
  readonly id: ConversationId;
  readonly info: Readable<Conversation>;
  readonly messages: Readable<Sequence<Message>>;
  /** Messages, date dividers, gaps and the unread marker. */
  readonly timeline: Readable<Sequence<TimelineItem>>;
  readonly unread: Readable<ConversationUnread>;
  /** Who is typing; ends by itself after ten seconds. */
  readonly typing: Readable<readonly UserId[]>;
  readonly draft: Readable<Draft | undefined>;
  readonly history: Readable<HistoryState>;
  readonly can: Readable<ConversationAbilities>;
  /** What is pinned for all, the latest first. Known once the newest page is loaded, where the backend has pins. */
  readonly pinned: Readable<readonly PinnedMessage[]>;
  /** The conversation is shown: loads its newest page, freezes the unread marker. The function it gives back ends that. */
  readonly open: () => () => void;
  /** On screen and focused: no alerts. */
  readonly setActive: (active: boolean) => void;
  /** Shows the message and queues it, before it returns. A string is a text. What is `invalid` or `tooLarge` stands as `failed` and never leaves. */
  readonly send: (body: Body | string, options?: SendOptions) => MessageKey;
  readonly retry: (key: MessageKey) => Promise<Outcome>;
  readonly cancel: (key: MessageKey) => Promise<Outcome>;
  readonly edit: (key: MessageKey, body: Body | string) => Promise<Outcome>;
  readonly recall: (key: MessageKey) => Promise<Outcome>;
  /** For me, or for all, as the backend has it. */
  readonly delete: (key: MessageKey) => Promise<Outcome>;
  /** Puts an emoji of mine to a message, or takes it away with `false`. Shown at once. */
  readonly react: (key: MessageKey, emoji: string, active?: boolean) => Promise<Outcome>;
  /** Pins a message for all of the conversation; `false` unpins. */
  readonly pin: (key: MessageKey, pinned?: boolean) => Promise<Outcome>;
  /** Sends here what a message of any conversation says; the value is the new message's key. */
  readonly forward: (key: MessageKey) => Promise<Outcome<MessageKey>>;
  /** Up to a message, or all. `content` goes with the receipt where the backend carries it. */
  readonly markRead: (options?: {
    readonly upTo?: MessageKey;
    readonly content?: string;
  }) => Promise<Outcome>;
  readonly loadOlder: (options?: {
    readonly count?: number;
  }) => Promise<Outcome>;
  readonly loadNewer: (options?: {
    readonly count?: number;
  }) => Promise<Outcome>;
  /** Loads a message and its neighbours. */
  readonly loadAround: (id: MessageId) => Promise<Outcome>;
  /** Loads what is missing above this message: the `before` of a gap item. */
  readonly fillGap: (before: MessageKey) => Promise<Outcome>;
  /** Messages that fit, newest first, where the backend can search. They are found, not loaded: `loadAround(id)` shows one in its place. */
  readonly search: (query: SearchOptions) => Promise<Outcome<Page<Message>>>;
  /** Forgets what is loaded and loads the newest page. */
  readonly reset: () => Promise<Outcome>;
  readonly set: (settings: ConversationSettings) => Promise<Outcome>;
  /** Tells the others, at most every few seconds; `false` at once. */
  readonly setTyping: (typing: boolean) => void;
  readonly setDraft: (draft: Draft | undefined) => void;
  /** Who has read a message, page by page. */
  readonly readers: (key: MessageKey, options?: {
    readonly after?: string;
  }) => Promise<Outcome<Page<Reader>>>;
}
/** What the Readables of a conversation hold now. Empty where the id is `undefined`. */
interface ConversationState<Id extends ConversationId | undefined = ConversationId> {
  readonly info: Id extends ConversationId ? Conversation : undefined;
  readonly messages: Sequence<Message>;
  /** Messages, date dividers, gaps and the unread marker. */
  readonly timeline: Sequence<TimelineItem>;
  readonly unread: ConversationUnread;
  readonly typing: readonly UserId[];
  readonly draft: Draft | undefined;
  readonly history: HistoryState;
  readonly can: ConversationAbilities;
  readonly pinned: readonly PinnedMessage[];
}
/** The commands of a conversation. Where the id is `undefined` they throw. */
type ConversationCommands = Omit<ConversationHandle, "id" | keyof ConversationState>;
/** The link to the backend. `closed` is final until `connect` is called again. */
type Connection = {
  readonly state: "offline";
  readonly retryAt?: number;
  readonly error?: ChatError;
} | {
  readonly state: "connecting";
} | {
  readonly state: "syncing";
} | {
  readonly state: "online";
  readonly since: number;
} | {
  readonly state: "closed";
  readonly error: ChatError;
};
/** Something that is only of the moment: typing, a wave. Never stored, never in a timeline. */
interface Ephemeral {
  readonly conversation: ConversationId;
  readonly from: UserId;
  /** `typing` carries a boolean. */
  readonly name: string;
  readonly data: Json;
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
/** A message of mine that isn't through yet. */
interface OutboxItem {
  readonly key: MessageKey;
  readonly conversation: ConversationId;
  readonly send: SendState;
  /** How often it went out so far. */
  readonly attempts: number;
}
/** Which receipts are sent. Both default to `true`. `createChat` takes one for all, or a function that gives one per conversation. */
interface ReceiptOptions {
  readonly delivered?: boolean;
  readonly read?: boolean;
}
/** How a send that failed for now is tried again [SND3]. */
interface RetryOptions {
  /** Default 5. */
  readonly attempts?: number;
  /** First pause, milliseconds; doubles. Default 1,000. */
  readonly baseMs?: number;
  /** Longest pause. Default 30,000. */
  readonly maxMs?: number;
  /** How long in all, online. Default 120,000. */
  readonly totalMs?: number;
}
/** Somebody, as the directory knows them. Until it does, the name is the id. */
interface User {
  readonly id: UserId;
  readonly name: string;
  /** A picture's URL. */
  readonly avatar?: string;
}
/** Which files may be sent as one kind of body. What is left out allows all. */
interface AttachmentRule {
  /** Media types: `image/png`, or `image/*` for a whole family. */
  readonly types?: readonly string[];
  /** Without the dot, in any case: `png`. A name without an extension passes. */
  readonly extensions?: readonly string[];
  readonly maxBytes?: number;
}
/** A rule per type of body. The backend's own bound (`Capabilities.attachments`) holds besides. */
type AttachmentRules = { readonly [Kind in AttachmentBody["type"]]?: AttachmentRule; };
/** Whether somebody is there. */
interface Presence {
  readonly state: "online" | "away" | "busy" | "offline";
  /** Words of their own. */
  readonly status?: string;
  /** Milliseconds since 1970, the server's clock. */
  readonly lastSeenAt?: number;
}
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
/**
 * Brings a file to where others can fetch it, in place of the transport: to a store of the application's own, or from a mini program.
 * Rejects with a `ChatError`; `contentRejected` for what the store doesn't want.
 */
interface Uploader {
  upload(request: UploadRequest, op?: ProgressOp): Promise<Attachment>;
}
/** What a chat does with files. */
interface AttachmentOptions {
  /** Default: the transport's own. */
  readonly uploader?: Uploader;
  readonly rules?: AttachmentRules;
}
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
/** A closed interval of positions all of whose messages are known here. */
interface Interval {
  readonly from: Position;
  readonly to: Position;
}
/** This device's counter: when a fact arrived or, for the answer to a page or list request, when that request left [CVG2]. */
interface Stamp {
  readonly seq: number;
}
interface StampedMessage extends Stamp {
  readonly type: "message";
  readonly origin: Origin;
  readonly message: RemoteMessage;
  /** Known without a hole: from the greatest position before it, if the conversation was at live, to itself [RCV3]. */
  readonly covers?: Interval;
  /** This device's clock, corrected: shown where the backend tells no time, and orders nothing. */
  readonly seenAt?: number;
}
/** My send got through: the whole message, so that the row stays when the intent goes. */
interface StampedAcceptance extends Stamp {
  readonly type: "accepted";
  readonly message: RemoteMessage & {
    readonly localId: LocalId;
  };
  /** The counter at enqueue: its place until a position is known [ORD2]. */
  readonly order: number;
  readonly key: MessageKey;
  /** As of a live message: an ack that carries a position comes after every fact below it. */
  readonly covers?: Interval;
  readonly seenAt?: number;
}
interface StampedRefusal extends Stamp {
  readonly type: "refused";
  readonly localId: LocalId;
  readonly error: ChatError;
}
/** `whole` has become a position: what was newest when it arrived. */
interface StampedReceipt extends Stamp, Omit<ReceiptFact, "target" | "type"> {
  readonly type: "receipt";
  readonly target: {
    readonly upTo: UpTo;
  } | {
    readonly exactly: readonly MessageRef[];
  };
}
/** `unread` is filled in: counted up to `asOf`, from `mark`. */
interface StampedEntry extends Stamp {
  readonly type: "conversation";
  readonly origin: Origin;
  readonly entry: ConversationEntry;
}
interface StampedRemoval extends Stamp {
  readonly type: "conversationRemoved";
  readonly conversation: ConversationId;
  readonly through?: Position;
  readonly withHistory: boolean;
}
/** A history page came: what it covers, and whether it reached the live end when it was asked for. */
interface StampedPage extends Stamp {
  readonly type: "page";
  readonly conversation: ConversationId;
  readonly covers: Interval;
  readonly live: boolean;
}
/** Something was missed, in these conversations or, if none are named, anywhere. */
interface StampedGap extends Stamp {
  readonly type: "gap";
  readonly conversations?: readonly ConversationId[];
}
/** What happened, with everything that the moment of its arrival implies: these join to one state in any order [CVG1]. */
type StampedFact = StampedMessage | StampedAcceptance | StampedRefusal | StampedReceipt | (Stamp & ReadCountFact) | (Stamp & RecalledFact) | (Stamp & EditedFact) | (Stamp & DeletedFact) | (Stamp & EphemeralFact) | StampedEntry | StampedRemoval | (Stamp & MembershipFact) | (Stamp & BlocklistFact) | (Stamp & ReactionFact) | (Stamp & PinnedFact) | (Stamp & ContactsFact) | (Stamp & PresenceFact) | StampedPage | StampedGap;
interface ChatOptions {
  readonly transport: Transport;
  readonly clock?: Clock;
  /** From 0 to below 1: jitter. Default `Math.random`. */
  readonly random?: () => number;
  readonly retry?: RetryOptions;
  /**
   * Which receipts are sent: for all conversations, or for each.
   * @example createChat({ transport, receipts: id => ({ read: !id.startsWith('room:') }) })
   */
  readonly receipts?: ReceiptOptions | ((conversation: ConversationId) => ReceiptOptions);
  /** Who uploads files, and which may be sent. */
  readonly attachments?: AttachmentOptions;
  /** Names and pictures of users, asked for in batches of at most a hundred; default: the transport's directory, where it has one. */
  readonly users?: (ids: readonly UserId[]) => Promise<readonly User[]>;
  /** IANA name, for date dividers; default: the machine's. Give it when rendering on a server. */
  readonly timeZone?: string;
  /** `frame` (default): inbound facts are published once per frame. `microtask`: as soon as the task ends. */
  readonly publish?: "frame" | "microtask";
  /** Where to start: what `chat.snapshot()` gave, on a server for instance. */
  readonly snapshot?: Json;
}
/**
 * One account's conversations over one transport. Made by `createChat`.
 */
interface Chat {
  readonly self: UserId;
  readonly capabilities: Readable<Capabilities>;
  readonly connection: Readable<Connection>;
  /** Pinned first, then by activity [CNV2]. */
  readonly conversations: Readable<Sequence<Conversation>>;
  /** Over the conversations that aren't silenced. */
  readonly totalUnread: Readable<Unread>;
  readonly outbox: Readable<readonly OutboxItem[]>;
  readonly blocklist: Readable<readonly UserId[]>;
  readonly conversation: (id: ConversationId) => ConversationHandle;
  readonly message: (key: MessageKey) => Readable<Message | undefined>;
  /** `undefined` for messages of others. */
  readonly receipts: (key: MessageKey) => Readable<Receipts | undefined>;
  /** 0 where the backend counts and nobody read; `undefined` where there is no count. */
  readonly groupReadCount: (key: MessageKey) => Readable<number | undefined>;
  readonly status: (key: MessageKey) => Readable<MessageStatus | undefined>;
  readonly actions: (key: MessageKey) => Readable<MessageActions>;
  /** Somebody's name and picture; the id until they are known. Asked for while somebody watches. */
  readonly user: (id: UserId) => Readable<User>;
  /** The message that a message answers, if it is loaded. */
  readonly repliedTo: (key: MessageKey) => Readable<Message | undefined>;
  /** Every fact that was joined, stamped. Bodies of messages recalled by then are erased. */
  readonly facts$: Observable<StampedFact>;
  /** New messages of others that deserve an alert, once each [RCV9]. */
  readonly incoming$: Observable<Message>;
  /** Command messages, once each. */
  readonly commands$: Observable<Message>;
  readonly ephemeral$: Observable<Ephemeral>;
  readonly membership$: Observable<Membership>;
  /** What went wrong where nobody was asking. */
  readonly errors$: Observable<ChatError>;
  /** Opens the link. Settles at the first `synced`, when it closes for good, or on `disconnect`. */
  readonly connect: () => Promise<Outcome>;
  readonly disconnect: () => Promise<Outcome>;
  /** Ends it all. What is in the outbox stays there for the next chat where storage keeps it. */
  readonly dispose: () => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
  /** The first page of the list, or the next with `more`. */
  readonly loadConversations: (options?: {
    readonly more?: boolean;
  }) => Promise<Outcome>;
  readonly removeConversation: (id: ConversationId, options?: {
    readonly withHistory?: boolean;
  }) => Promise<Outcome>;
  /** Resolves when the message is sent, failed or gone. Rejects with `cancelled` on abort, `notFound` if there is none. */
  readonly settled: (key: MessageKey, options?: {
    readonly signal?: AbortSignal;
  }) => Promise<Message>;
  /** Resolves when nothing is under way: outbox empty or parked, marks sent, no page loading, everything published. */
  readonly idle: () => Promise<void>;
  /** The state as JSON: give it to `createChat({ snapshot })` in the browser. */
  readonly snapshot: () => Json;
}
/** A conversation handle while no conversation is selected: everything is empty, for good, and every command throws. */
interface NoConversation extends Omit<ConversationHandle, "id" | "info"> {
  readonly id: undefined;
  readonly info: Readable<undefined>;
}
/** The handle of an id, or the empty one where the id is `undefined`. */
export declare const conversationOrNone: (chat: Chat, id: ConversationId | undefined) => ConversationHandle | NoConversation;
/** Commands that stay the same functions and act on whatever conversation is selected when they are called. */
export declare const forwardedCommands: (selected: () => ConversationHandle | NoConversation) => ConversationCommands;
/**
 * Connects a chat for as long as somebody holds it: the first holder connects, and when the last one lets go it disconnects, a
 * microtask later, so that whoever unmounts and mounts again at once (React's StrictMode) keeps one link. Gives back what lets go.
 */
export declare const holdConnection: (chat: Chat) => (() => void);
/** A function that remembers its last call, and answers the same to arguments that are the same. */
export declare const lastCall: <Args extends readonly unknown[], Result>(compute: (...args: Args) => Result, same?: (before: Args, now: Args) => boolean) => ((...args: Args) => Result);
/**
 * Makes a function that gives the end of a sequence, at most `count` items, as a Readable: the same one for the same arguments. Its
 * sequence stays the same while those items do. An `undefined` count is the whole sequence.
 */
export declare const lastItemsSelector: <T>() => ((source: Readable<Sequence<T>>, count: number | undefined) => Readable<Sequence<T>>);
/** What is read of a message while no message is selected. */
export declare const nothing: Readable<undefined>;
/** What may be done with no message. */
export declare const nothingToDo: Readable<MessageActions>;
/** Subscribes without the call that a subscription begins with: a framework that has read the value wants to hear of the next one only. */
export declare const onChange: <T>(readable: Readable<T>, listener: (value: T) => void) => (() => void);
/** Watches the element of a message; `null`, or the function it gives back, ends that. The same element again changes nothing. */
type WatchElement = (element: Element | null) => () => void;
/** Gives what watches the element of a message: the same function for the same key while it is watched. */
type ReadWhileVisible = (key: MessageKey) => WatchElement;
/**
 * Marks a conversation read up to the newest message that somebody sees: half of it, or of what it covers, in sight, on a page that is
 * visible and has the focus. Where there is no `IntersectionObserver` nothing is marked.
 * @example
 * const seen = readWhileVisible(() => talk)
 * row.ref = seen(message.key)
 */
export declare const readWhileVisible: (selected: () => ConversationHandle | NoConversation) => ReadWhileVisible;
/** Who has read a message, as far as it is loaded. */
interface ReaderList {
  readonly items: readonly Reader[];
  readonly state: "idle" | "loading" | "failed";
  /** Whether `loadMore` may bring more. */
  readonly hasMore: boolean;
  readonly error?: ChatError | undefined;
}
/** The list of a message's readers. The first page is asked for when somebody first subscribes. */
interface Readers extends Readable<ReaderList> {
  /** The next page, or the one that failed again. Calls while one is loading join it. */
  readonly loadMore: () => Promise<Outcome>;
}
/** The readers of a message of mine, page by page. An `undefined` key has none. */
export declare const readersOf: (chat: Chat, key: MessageKey | undefined) => Readers;
/**
 * One account's conversations over one transport: state that is the same in whatever order facts arrive, and commands that
 * survive bad networks. Nothing leaves before `connect()`; messages may be written before.
 * @example
 * const chat = createChat({ transport: createWebSocketTransport({ url, user: 'alice', token }) })
 * void chat.connect()
 * const talk = chat.conversation(direct('bob'))
 * talk.messages.subscribe((messages) => render(messages.toArray()))
 * talk.send('hello')
 */
export declare const createChat: (options: ChatOptions) => Chat;
/**
 * A Readable as an RxJS Observable: emits the value at once, then each change.
 * @example observe(chat.totalUnread).subscribe(({ count }) => setBadge(count))
 */
export declare const observe: <T>(readable: Readable<T>) => Observable<T>;
/**
 * The snapshot that facts make: `createChat({ snapshot })` then shows the state right after them. For inspectors that keep what
 * `facts$` told and want to see an earlier moment.
 * @example createChat({ transport, snapshot: snapshotOfFacts(chat.self, log.slice(0, moment)) })
 */
export declare const snapshotOfFacts: (self: UserId, facts: readonly StampedFact[]) => Json;
export { type AcceptedFact, type Ack, type Attachment, type AttachmentBody, type AttachmentOptions, type AttachmentRule, type AttachmentRules, type AudioBody, type Authority, type BlockOps, type BlocklistFact, type Body, type BodyType, type Capabilities, type Chat, type ChatOptions, type Clock, type CommandBody, type Connection, type Contact, type ContactOps, type ContactState, type ContactsFact, type Conversation, type ConversationAbilities, type ConversationCommands, type ConversationEntry, type ConversationFact, type ConversationFilter, type ConversationHandle, type ConversationId, type ConversationKind, type ConversationPage, type ConversationPredicate, type ConversationRemovedFact, type ConversationSettings, type ConversationState, type ConversationUnread, type CustomBodies, type CustomBody, type DeletedFact, type Draft, type Edited, type EditedFact, type Effect, type Ephemeral, type EphemeralFact, type ErrorCode, type ErrorDetails, type Ext, type Fact, type FileBody, type FilePath, type GroupAbility, type GroupOps, type GroupSpec, type HistoryInclusion, type HistoryPage, type HistoryQuery, type HistoryState, type ImageBody, type Json, type JsonObject, type LinkEvent, type LiveMessage, type LocalFile, type LocalId, type LocationBody, type MemberState, type MembersPage, type Membership, type MembershipFact, type Mentions, type Message, type MessageActions, type MessageChange, type MessageFact, type MessageId, type MessageKey, type MessageRef, type MessageStatus, type NoConversation, type NoticeBody, type NoticeEvent, type Op, type Origin, type OutboxItem, type Outcome, type OutgoingMessage, type Page, type PendingChange, type PinnedFact, type PinnedMessage, type Position, type Presence, type PresenceFact, type PresenceOps, type ProgressOp, type Reaction, type ReactionFact, type ReadCountFact, type ReadForms, type ReadWhileVisible, type Readable, type Reader, type ReaderList, type Readers, type Recalled, type RecalledFact, type RecalledMessage, type ReceiptFact, type ReceiptKind, type ReceiptOptions, type ReceiptTarget, type Receipts, type RefusedFact, type Register, type RemoteMessage, type ResumeToken, type RetryOptions, type Role, type SearchBy, type SearchOptions, type SearchPage, type SearchQuery, type SendOptions, type SendState, type Sequence, type SequenceSource, type StampedFact, type TextBody, type TimelineItem, type TimerHandle, type Transport, type TransportEvent, type TransportNotice, type UnknownBody, type Unread, type UpTo, type UploadRequest, type Uploader, type UrlImageBody, type User, type UserId, type VideoBody, type WatchElement, bodies_d_exports as body };