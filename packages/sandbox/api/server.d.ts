import { Server } from "node:http";
import { Ack, Body, Capabilities, ChatError, Clock, ConversationId, ErrorCode, Ext, Fact, GroupAbility, LocalId, MessageId, MessageRef, Position, ReadForms, Readable, Recalled, ResumeToken, Role, SearchBy, UserId } from "@parlance/core";
import { AskCredentials, SessionTransport } from "@parlance/websocket";
import { Pipe, PipeListener, RequestName, Requests } from "@parlance/websocket/wire";
/** Which pages may connect: any, those listed (as in `https://chat.example`), or, by default, those that come from this host. */
type AllowedOrigins = "*" | readonly string[];
/** What becomes of a message whose text matches. A string matches wherever it occurs, whatever its case. */
type ContentRule = {
  readonly match: string | RegExp;
  readonly refuse: "contentRejected" | "intercepted" | "moderated";
} | {
  readonly match: string | RegExp;
  readonly replace: string;
};
/**
 * How a sandbox behaves. Everything has a default, so that `{}` is a backend that can do all there is; each line takes
 * something away or bends it, and what `capabilities` say follows. Times are milliseconds of the sandbox's clock.
 */
interface SandboxPolicy {
  /** A user's credential; `renewal` counts how often the one before expired. Default: derived from the seed. */
  readonly token?: (user: UserId, renewal: number) => string;
  /**
   * `server` (default) erases the body; `marker` keeps it and passes on whatever is claimed, unchecked, for readers to judge; `none` refuses
   * with `recallDisabled`. `windowMs` (default two minutes, `Infinity` for no bound) binds authors; `moderators` (default `true`) lets owners
   * and admins of a group recall what others sent, at any time.
   */
  readonly recall?: {
    readonly mode?: Capabilities["recall"]["mode"];
    readonly windowMs?: number;
    readonly moderators?: boolean;
  };
  /** `false`: no edits. `windowMs`: default 15 minutes, `Infinity` for no bound. `moderators`: default `false`. */
  readonly edit?: false | {
    readonly windowMs?: number;
    readonly moderators?: boolean;
  };
  /** Whether a deleted message goes for who deletes it (default), or for all: then its author or a moderator may. */
  readonly deletion?: Capabilities["deletion"];
  readonly removal?: Capabilities["removal"];
  /** Checked in order against what is sent or edited. Default: none. */
  readonly content?: readonly ContentRule[];
  /** Most sends of one user in any stretch of `perMs`; above it `rateLimited`. Default: no limit. */
  readonly rateLimit?: false | {
    readonly count: number;
    readonly perMs: number;
  };
  /** Bytes of a message's body and ext as JSON. Default 65,536. */
  readonly maxMessageBytes?: number;
  /** `false`: no attachments. `maxBytes`: default 10 MiB. */
  readonly attachments?: false | {
    readonly maxBytes?: number;
  };
  /** Where others fetch an uploaded file. Default: an object URL of this process. */
  readonly fileUrl?: (id: string, name: string) => string;
  /** Whether the same localId twice is one message: always (default), for a time, or never. */
  readonly dedupe?: Capabilities["dedupe"];
  /** `false`: no copy carries its localId. */
  readonly localIdVisible?: boolean;
  /** `late`: the ack carries no position; the copy that follows does. */
  readonly order?: Capabilities["order"];
  /** `true`: a send is taken before it is judged; the refusal follows the ack. */
  readonly refusalAfterAck?: boolean;
  /** Whether ids are unique everywhere (default) or within their conversation. Can't be changed later. */
  readonly ids?: Capabilities["ids"];
  /** `false`: the device that sent a message gets no copy of it. */
  readonly ownEcho?: boolean;
  /** Who says that a message was delivered: the client (`manual`, default), the server as it hands it over (`auto`), nobody. */
  readonly delivered?: Capabilities["delivered"];
  /** Which forms of read mark are taken; `maxRefs`: default 100. */
  readonly read?: {
    readonly direct?: Partial<ReadForms>;
    readonly group?: Partial<ReadForms>;
  };
  readonly readCount?: Capabilities["readCount"];
  readonly readers?: boolean;
  /** Whose group messages may ask for a read count; with `moderators` an ordinary member's is refused with `forbidden`. */
  readonly readCountFor?: Capabilities["readCountFor"];
  /** `strings`: a custom body with any other value is refused. */
  readonly customValues?: Capabilities["customValues"];
  readonly reactions?: boolean;
  /** Who pins messages for all: members (default), or only owners and admins of a group; `false`: nobody. */
  readonly pins?: Capabilities["pins"] | false;
  /** By what can be searched. Default: everything; `false`: no search. */
  readonly search?: readonly SearchBy[] | false;
  /** `false`: no directory. */
  readonly users?: boolean;
  readonly contacts?: boolean;
  readonly blocks?: boolean;
  readonly presence?: boolean;
  /** What users can do about groups and rooms. Default: everything; `false`: nothing. */
  readonly groups?: readonly GroupAbility[] | false;
  /** `true`: who is taken into a group or room is invited first, and comes by joining. */
  readonly invitations?: boolean;
  /** `true`: who comes and goes, and what else changes about a group or room, is told as a row of it. */
  readonly notices?: boolean;
  /** What history can be asked for. `maxPage`: default 50. */
  readonly history?: Partial<Capabilities["history"]>;
  /** `false`: every attach begins with a gap. */
  readonly resume?: boolean;
  /** Facts kept for a device, for when it comes back. Default 1,000. */
  readonly queue?: number;
  /** Devices of one user that may be attached at once; one more ends the one attached longest with `replacedElsewhere`. Default: no limit. */
  readonly devices?: number;
  readonly conversationList?: boolean;
  readonly unread?: Capabilities["unread"];
  readonly ephemeral?: boolean;
  /** Which settings of a conversation are kept. Default: all four. */
  readonly settings?: Capabilities["settings"];
  readonly serverTime?: boolean;
}
/** Somebody who may log in. */
interface UserSpec {
  readonly id: UserId;
  /** For the directory, and the title of a direct conversation with this user. */
  readonly name?: string;
  readonly avatar?: string;
}
/** A group or room at the start. */
interface SharedSpec {
  /** What stands behind `group:` or `room:`. */
  readonly id: string;
  readonly title?: string;
  readonly avatar?: string;
  readonly members?: readonly UserId[];
  /** Members with a say over what others send; needn't be repeated in `members`. */
  readonly owner?: UserId;
  readonly admins?: readonly UserId[];
  /** Whether newcomers see what was before them. Default: in groups yes, in rooms no. */
  readonly pastVisible?: boolean;
}
/** A fact on its way to one device, numbered per device without holes. */
interface Delivery {
  readonly number: number;
  readonly fact: Fact;
}
/** One device of one user, attached. */
interface BackendSession {
  /** What goes with `synced`: whether everything since the resume token follows, or something was missed. */
  readonly continuity: "whole" | "gap";
  readonly conversations?: readonly ConversationId[];
  /** To be handed over before `synced`: the facts missed since the token; after a gap, how things stand that no list tells. */
  readonly missed: readonly Delivery[];
  /** Answers at once; throws a `ChatError` when refused. */
  request<Name extends RequestName>(name: Name, args: Requests[Name]["args"]): Requests[Name]["answer"];
  /** The token with which everything after delivery `number` can be asked for later. */
  token(number: number): ResumeToken;
  detach(): void;
}
/** A chat server without its network: accounts, conversations, order, permissions. Synchronous and deterministic. */
interface Backend {
  readonly capabilities: Capabilities;
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Attaches a device. Facts that happen from now on go to `deliver`, in order, never one within another. A token that means nothing here
   * is as good as none. Throws `authRejected`, `authExpired`.
   */
  attach(options: {
    readonly user: UserId;
    /** Absent: vouched for by whoever attaches (in memory). */
    readonly credential?: string;
    readonly device: string;
    readonly resume?: ResumeToken;
    readonly deliver: (delivery: Delivery) => void;
    /** The backend ends the session: `replacedElsewhere`, `authExpired`. */
    readonly ended: (error: ChatError) => void;
  }): BackendSession;
  /** Bytes of an uploaded file, for whoever serves them over HTTP. */
  file(id: string): {
    readonly bytes: Uint8Array;
    readonly mime: string;
    readonly name: string;
  } | undefined;
}
/** A message as the server keeps it. No `body`: it was erased. */
interface InspectedMessage {
  readonly id: MessageId;
  readonly from: UserId;
  /** Absent: a notice. */
  readonly localId?: LocalId;
  readonly position: Position;
  readonly sentAt: number;
  readonly body?: Body;
  readonly ext?: Ext;
  readonly to?: readonly UserId[];
  readonly forwardedFrom?: UserId;
  readonly edited: boolean;
  readonly recalled?: Recalled;
  /** For all. */
  readonly deleted: boolean;
  /** Where somebody counts. */
  readonly read?: number;
}
/** What goes along with a message of a scripted user. */
interface PostOptions {
  /** Default: one of its own for each post. */
  readonly localId?: LocalId;
  readonly ext?: Ext;
  readonly to?: readonly UserId[];
  readonly replyTo?: MessageRef;
  readonly wantsReadCount?: boolean;
  readonly forwardedFrom?: UserId;
}
/** What whoever runs the server can do. Users and conversations that aren't there are misuse, and throw a `TypeError`. */
interface Administration {
  users(): readonly UserId[];
  addUser(user: UserId | UserSpec): void;
  /** The credential that is good for a user now. */
  token(user: UserId): string;
  /** The credential that is good now isn't any more: sessions begun with it wait for the next one (`authExpired`). */
  expireToken(user: UserId): void;
  /** Ends a user's sessions, or one device's. Default code: `replacedElsewhere`. */
  end(user: UserId, options?: {
    readonly device?: string;
    readonly code?: ErrorCode;
  }): void;
  /** Devices attached now. */
  devices(user: UserId): readonly string[];
  addGroup(group: SharedSpec): void;
  addRoom(room: SharedSpec): void;
  addMember(conversation: ConversationId, user: UserId, role?: Role): void;
  removeMember(conversation: ConversationId, user: UserId): void;
  setRole(conversation: ConversationId, user: UserId, role: Role): void;
  dissolve(conversation: ConversationId): void;
  /** Default: mutes. */
  mute(conversation: ConversationId, user: UserId, muted?: boolean): void;
  /** Only these may write there; `undefined`: all members again. */
  allowlist(conversation: ConversationId, users: readonly UserId[] | undefined): void;
  /** Default: blocks. Who is blocked can't write to who blocks. */
  block(user: UserId, other: UserId, blocked?: boolean): void;
  /** Changes some lines of the policy. If that changes the capabilities, links are cut, so that clients hear of it as they come back. */
  setPolicy(change: Partial<Omit<SandboxPolicy, "ids">>): void;
  /** Has a user without a device do something. Throws the `ChatError` with which it is refused. */
  act<Name extends RequestName>(user: UserId, name: Name, args: Requests[Name]["args"]): Requests[Name]["answer"];
  /** Has a user without a device say something; a string is a text. Throws as `act` does. */
  post(from: UserId, conversation: ConversationId, body: Body | string, options?: PostOptions): Ack;
  /** All messages of a conversation in the server's order, as the server keeps them. A direct one goes by the name that `as` gives it. */
  inspect(conversation: ConversationId, as?: UserId): readonly InspectedMessage[];
  /** How often a send was stored: once, unless repeated sends aren't known for what they are. */
  stored(from: UserId, localId: LocalId): number;
  unread(user: UserId, conversation: ConversationId): number;
}
/** A refusal by decree, for what has no natural cause in memory (`unavailable`, `unknown`) or to bring one about at will. */
interface Refusal {
  readonly code: ErrorCode;
  /** Default: everybody's. */
  readonly user?: UserId;
  /** Default: every request. */
  readonly request?: RequestName;
  /** How many requests are refused. Default 1; `Infinity` until taken back. */
  readonly times?: number;
  /** Milliseconds; goes with the error. */
  readonly retryAfterMs?: number;
  /** `true`: the request is carried out, and refused all the same, with `effect: 'maybe'`: as when an answer is lost on the server. */
  readonly carriedOut?: boolean;
}
/** A chat server without its network, with a way in for whoever runs it. */
interface SandboxBackend extends Backend, Administration {
  /** Lets coming requests run into an error; the function it gives back takes that back. */
  refuse(refusal: Refusal): () => void;
  /** Releases the object URLs of files. */
  dispose(): void;
}
/** What is wrong with a link. Chances are from 0 (default) to 1 and concern each frame by itself, in both directions. */
interface LinkFaults {
  /** How long a frame takes, milliseconds. Default 0. */
  readonly latencyMs?: number;
  /** How much longer it may take, milliseconds. Default 0. Doesn't change the order. */
  readonly jitterMs?: number;
  /** Chance that a frame never arrives. */
  readonly loss?: number;
  /** Chance that it arrives twice. */
  readonly duplicate?: number;
  /** Chance that it is held back and arrives after later ones. */
  readonly reorder?: number;
  /** Chance that a frame from the server never arrives, on top of `loss`: what was asked for is done, and the answer is lost. */
  readonly lostAcks?: number;
}
/** Faults to order, by user; `all` stands for everybody. */
interface Faults {
  /** From now on, in place of what was set for the same before. What is set for one user counts for him, whatever is set for all later. */
  set(user: UserId, faults: LinkFaults): void;
  /** Closes a user's links, loses what is on its way, and lets no new ones come about until `restore`. */
  cut(user: UserId): void;
  restore(user: UserId): void;
  /** The server goes down and comes up at once: links and sessions are gone, data is not. */
  restart(): void;
  /** Puts a frame that can't be read on the way to a user. */
  garble(user: UserId): void;
  /** No faults, nobody cut. */
  clear(): void;
}
/** Whatever has work of its own that `quiet` waits for: a chat, for instance. */
interface Watched {
  idle(): Promise<void>;
  /** Whose it is: what its user does while he is cut off isn't waited for. */
  readonly self?: string;
  /** Not at rest while it says that it is opening a link, or will. */
  readonly connection?: Readable<{
    readonly state: string;
    readonly retryAt?: number;
  }>;
}
interface ServeSessionOptions {
  readonly backend: Backend;
  /** The machine's, unless given. */
  readonly clock?: Clock;
  /** How often either side says that it is there; three times that without a word, and the link is dead. 10 000 ms. */
  readonly heartbeatMs?: number;
  /** How long a session whose link was cut waits for its client, with the frames on their way. 60 000 ms. */
  readonly graceMs?: number;
  /** Until an unconfirmed frame is sent again. 1 000 ms, doubling up to eightfold. */
  readonly resendMs?: number;
  /** Most bytes of a frame from a client. 1 MiB. */
  readonly maxFrameBytes?: number;
  /** Most characters that wait for one client; beyond that its session is dropped. 4 Mi. */
  readonly maxQueueLength?: number;
  /** Most sessions that wait for their client; the one that has waited longest goes first. 256. */
  readonly maxWaiting?: number;
  /** Hears of what failed without being anybody's fault outside: a backend that threw something other than a `ChatError`. */
  readonly report?: (thrown: unknown) => void;
}
/** Sessions of a backend, over whatever pipes are brought. */
interface SessionServer {
  /**
   * Takes a pipe on; what comes through it goes to the listener given back. `vouchedFor`: the user is known already, and the
   * credential in `hello` isn't looked at.
   */
  accept(pipe: Pipe, vouchedFor?: UserId): PipeListener;
  /** Frames on their way to clients that are linked, not confirmed yet. */
  readonly unconfirmed: number;
  /** Sessions, linked or waiting for their client. */
  readonly sessions: number;
  /** Says goodbye to every client and forgets every session; `unavailable` unless another error is given. New pipes are taken as before. */
  close(error?: ChatError): void;
}
interface SandboxTransportOptions {
  /** Names the device: a second transport with the same name takes the place of the first. Default: each transport is a device of its own. */
  readonly device?: string;
  /** Default: the user's own, and a fresh one when it has expired. */
  readonly credential?: string | AskCredentials;
}
interface Sandbox {
  /** The server, for whoever runs it: members, blocks, policies, scripted users, a look inside. */
  readonly backend: SandboxBackend;
  readonly faults: Faults;
  /** Sessions for clients from elsewhere, over WebSocket for instance. Their links have the same faults, and `quiet` waits for them. */
  readonly sessions: SessionServer;
  /** A client's transport, linked in memory. Throws a `TypeError` for a user who isn't there. */
  transport(user: UserId, options?: SandboxTransportOptions): SessionTransport;
  /** A user's credential now. */
  token(user: UserId): string;
  /** Lets coming requests run into an error; the function it gives back takes that back. */
  refuse(refusal: Refusal): () => void;
  /** Has `quiet` wait for a chat too, until the function it gives back is called. */
  watch(chat: Watched): () => void;
  /**
   * Resolves when no frame is on its way or will be sent again, every link that is open is synced, and every watched chat is idle. It
   * waits for nobody who is cut off. It needs no time of its own, but what it waits for does: frames take their latency and lost ones
   * are sent again after some hundred milliseconds. On a clock that stands still, let it move on:
   * `const quiet = sandbox.quiet(); await clock.advance(10_000); await quiet`.
   */
  quiet(): Promise<void>;
  /** Ends all links, and releases the object URLs of files. */
  dispose(): void;
}
interface PlaceOptions {
  /** 0, the default, takes a free one. Not with `server`. */
  readonly port?: number;
  /** Default `127.0.0.1`: only this machine. Not with `server`. */
  readonly host?: string;
  /** A server of one's own to live in, which isn't closed with this one. What isn't for the sandbox goes to its own listeners. */
  readonly server?: Server;
  /** Where WebSockets connect; files are at `files/<id>` under it. Default `/`. */
  readonly path?: string;
  /** Default: pages from this host. Clients that are no pages send no origin and may always connect. */
  readonly allowedOrigins?: AllowedOrigins;
}
/** Where to serve, and what: a whole sandbox, with its faults and its `quiet`, or a backend alone. */
type ServeSandboxOptions = PlaceOptions & ({
  readonly sandbox: Pick<Sandbox, "backend" | "sessions">;
} | ServeSessionOptions);
interface SandboxServer {
  /** Where WebSockets connect, as in `ws://127.0.0.1:4000/`. Throws while a server of one's own doesn't listen yet. */
  readonly url: string;
  /** Says goodbye to everybody (1001) and waits for them, two seconds at most. */
  close(): Promise<void>;
}
/**
 * Serves a sandbox over WebSocket and its files over HTTP, from Node. Users log in with the sandbox's tokens. For others to fetch
 * what is uploaded, the sandbox's policy has to say where: `fileUrl: id => \`http://localhost:4000/files/${id}\``.
 * @example
 * const server = await serveSandbox({ sandbox, port: 4000, allowedOrigins: ['https://chat.example'] })
 * const transport = createWebSocketTransport({ url: server.url, user: 'alice', token: sandbox.token('alice') })
 * await server.close()
 */
export declare const serveSandbox: (options: ServeSandboxOptions) => Promise<SandboxServer>;
export type { AllowedOrigins, SandboxServer, ServeSandboxOptions };