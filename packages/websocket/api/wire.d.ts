import { Ack, Attachment, BlocklistFact, Body, Capabilities, ChatError, Clock, ContactsFact, ConversationId, ConversationPage, ConversationSettings, Ext, Fact, GroupSpec, HistoryPage, HistoryQuery, Json, MembersPage, MessageRef, Outcome, OutgoingMessage, Page, Position, Presence, PresenceFact, Reader, ReceiptTarget, ResumeToken, Role, SearchPage, SearchQuery, User, UserId } from "@parlance/core";
import * as v from "valibot";
/** What checks a value from outside and gives a `T`. */
type Schema<T> = v.GenericSchema<unknown, T>;
/** Where trouble goes that isn't worth stopping for. */
type Report = (error: ChatError) => void;
/** What a client may ask about users, and about who belongs where. */
interface PeopleRequests {
  users: {
    args: {
      ids: readonly UserId[];
    };
    answer: readonly User[];
  };
  createGroup: {
    args: {
      spec: GroupSpec;
    };
    answer: {
      readonly conversation: ConversationId;
    };
  };
  invite: {
    args: {
      conversation: ConversationId;
      users: readonly UserId[];
    };
    answer: null;
  };
  removeMembers: {
    args: {
      conversation: ConversationId;
      users: readonly UserId[];
    };
    answer: null;
  };
  mute: {
    args: {
      conversation: ConversationId;
      user: UserId;
      muted: boolean;
    };
    answer: null;
  };
  setRole: {
    args: {
      conversation: ConversationId;
      user: UserId;
      role: Role;
    };
    answer: null;
  };
  updateGroup: {
    args: {
      conversation: ConversationId;
      change: {
        title?: string;
        avatar?: string;
      };
    };
    answer: null;
  };
  dissolve: {
    args: {
      conversation: ConversationId;
    };
    answer: null;
  };
  members: {
    args: {
      conversation: ConversationId;
      count: number;
      cursor?: Json;
    };
    answer: MembersPage;
  };
  contacts: {
    args: Record<string, never>;
    answer: ContactsFact;
  };
  addContact: {
    args: {
      user: UserId;
      message?: string;
    };
    answer: null;
  };
  acceptContact: {
    args: {
      user: UserId;
    };
    answer: null;
  };
  declineContact: {
    args: {
      user: UserId;
    };
    answer: null;
  };
  removeContact: {
    args: {
      user: UserId;
    };
    answer: null;
  };
  blocklist: {
    args: Record<string, never>;
    answer: BlocklistFact;
  };
  block: {
    args: {
      user: UserId;
    };
    answer: null;
  };
  unblock: {
    args: {
      user: UserId;
    };
    answer: null;
  };
  watchPresence: {
    args: {
      users: readonly UserId[];
    };
    answer: readonly PresenceFact[];
  };
  setPresence: {
    args: {
      presence: Pick<Presence, "state" | "status">;
    };
    answer: null;
  };
}
/** What a client may ask of a server: a line per command of the transport port, with its arguments and its answer. */
interface Requests extends PeopleRequests {
  send: {
    args: {
      message: OutgoingMessage;
    };
    answer: Ack;
  };
  recall: {
    args: {
      target: MessageRef;
    };
    answer: Ack;
  };
  edit: {
    args: {
      target: MessageRef;
      body: Body;
      ext?: Ext;
    };
    answer: Ack;
  };
  delete: {
    args: {
      target: MessageRef;
    };
    answer: Ack;
  };
  react: {
    args: {
      target: MessageRef;
      emoji: string;
      active: boolean;
    };
    answer: Ack;
  };
  pin: {
    args: {
      target: MessageRef;
      pinned: boolean;
    };
    answer: Ack;
  };
  markRead: {
    args: {
      conversation: ConversationId;
      target: ReceiptTarget;
      content?: string;
    };
    answer: null;
  };
  markDelivered: {
    args: {
      conversation: ConversationId;
      target: ReceiptTarget;
    };
    answer: null;
  };
  history: {
    args: {
      query: HistoryQuery;
    };
    answer: HistoryPage;
  };
  conversations: {
    args: {
      count: number;
      cursor?: Json;
      only?: readonly ConversationId[];
    };
    answer: ConversationPage;
  };
  setConversation: {
    args: {
      conversation: ConversationId;
      settings: ConversationSettings;
    };
    answer: null;
  };
  removeConversation: {
    args: {
      conversation: ConversationId;
      withHistory: boolean;
    };
    answer: {
      through?: Position;
    };
  };
  search: {
    args: {
      query: SearchQuery;
    };
    answer: SearchPage;
  };
  readers: {
    args: {
      target: MessageRef;
      after?: string;
      count: number;
    };
    answer: Page<Reader>;
  };
  ephemeral: {
    args: {
      conversation: ConversationId;
      name: string;
      data: Json;
    };
    answer: null;
  };
  join: {
    args: {
      conversation: ConversationId;
    };
    answer: null;
  };
  leave: {
    args: {
      conversation: ConversationId;
    };
    answer: null;
  };
  /** One part of an upload, in order; the last one answers with the attachment. `bytes` is base64. */
  uploadPart: {
    args: {
      conversation: ConversationId;
      upload: string;
      offset: number;
      bytes: string;
      last: boolean;
      name: string;
      mime: string;
    };
    answer: Attachment | null;
  };
}
type RequestName = keyof Requests;
/** Whether a server of this version knows the request. */
export declare const isRequestName: (name: string) => name is RequestName;
/** The arguments of a request, checked; `invalid` says where the fault is. */
export declare const readRequest: <Name extends RequestName>(name: Name, raw: unknown) => Outcome<Requests[Name]["args"]>;
/** The answer to a request, checked. Lists in it keep what can be read of them; the rest is reported. */
export declare const readAnswer: <Name extends RequestName>(name: Name, raw: unknown, report: Report) => Outcome<Requests[Name]["answer"]>;
/** The body without what is only of this device. */
export declare const bodyForWire: (body: Body) => Body;
/** A numbered frame: numbers go up by one, per direction; `ack` is the last number that came without a hole before it. */
interface DataFrame {
  readonly t: "data";
  readonly n: number;
  readonly ack: number;
  readonly data: unknown;
}
/** Says "I am here" and how things stand: the last number sent, the last received without a hole, the numbers missed. */
interface BeatFrame {
  readonly t: "beat";
  readonly sent: number;
  readonly ack: number;
  readonly want?: readonly number[];
  /** Says "and you?": the other side answers with a `beat` of its own at once. */
  readonly answer?: true;
}
/** The first word of a client, said again until it is answered. */
interface HelloFrame {
  readonly t: "hello";
  readonly v: number;
  readonly user: UserId;
  readonly token: string;
  readonly device: string;
  /** The session this client had last. */
  readonly session?: string;
  /** The last number received in that session: the client has everything up to it and wants to go on from there. */
  readonly received?: number;
  /** Where to start if the session can't be continued. */
  readonly resume?: ResumeToken;
}
/** The server's answer to `hello`. */
interface WelcomeFrame {
  readonly t: "welcome";
  readonly session: string;
  /** Whether numbers go on from `hello.received`; else they begin at 1. */
  readonly resumed: boolean;
  /** Frames up to this number are from before: what they say of the link was said of an earlier one. */
  readonly since: number;
  readonly capabilities: Capabilities;
  readonly serverTime: number;
  /** How often either side says `beat`, milliseconds. */
  readonly heartbeatMs: number;
  /** Bytes a frame to this server may have. */
  readonly maxFrameBytes: number;
}
/** The server's last word. */
interface ByeFrame {
  readonly t: "bye";
  readonly error: ChatError;
}
/** A frame couldn't be read; it was left out. */
interface FaultFrame {
  readonly t: "fault";
  readonly error: ChatError;
}
type ClientFrame = HelloFrame | DataFrame | BeatFrame;
type ServerFrame = WelcomeFrame | ByeFrame | FaultFrame | DataFrame | BeatFrame;
/** What a pipe tells its owner. Never called while `open` or `send` runs, and not after `close`. */
interface PipeListener {
  opened(): void;
  /** One frame as it came: it may be a double, out of order, or garbage. */
  frame(text: string): void;
  /** The last call. */
  closed(error?: ChatError): void;
}
/** One end of a connection that carries text frames. It promises nothing: frames may be lost, doubled or reordered. */
interface Pipe {
  send(frame: string): void;
  close(error?: ChatError): void;
  /** Bytes handed to `send` that haven't left yet: for back-pressure. */
  readonly buffered: number;
}
/** Opens a connection: a WebSocket, or a faulty link in memory. */
type OpenPipe = (listener: PipeListener) => Pipe;
/** The receiving half of a channel: puts frames back in order, once each. Outlives links. */
interface Receiver {
  /** The last number that came without a hole before it. */
  readonly received: number;
  /**
   * Hands on a frame, and those held back behind it, in order. What came before is dropped; what came too early is held
   * back, within bounds: beyond them it is dropped, and comes again. `deliver` gives back whether it takes more.
   */
  take(number: number, data: unknown, length: number, deliver: (data: unknown, number: number) => boolean): void;
  /** Numbers that aren't here, up to the last one known to have been sent. */
  missing(sent: number): number[];
}
export declare const createReceiver: () => Receiver;
/** A payload on its way. */
interface Outgoing {
  readonly payload: string;
  /** Absent: it waits, and nobody has seen it. */
  number?: number;
}
/** How frames leave while there is a link. */
interface Way {
  transmit(number: number, payload: string): void;
  /** Sending again would only add to what hasn't left yet. */
  congested(): boolean;
}
interface SenderOptions {
  readonly clock: Clock;
  /** How long to wait for a confirmation before a frame is sent again, milliseconds. Doubles, up to eightfold, while none comes. */
  readonly resendMs: number;
}
/** The sending half of a channel: numbers payloads, and keeps and repeats each until it is confirmed. Outlives links. */
interface Sender {
  /** The last number given out. */
  readonly last: number;
  /** The number that the last payload handed in has, or will have. */
  readonly promised: number;
  /** How many payloads wait or aren't confirmed. */
  readonly unconfirmed: number;
  /** Characters of those. */
  readonly length: number;
  send(payload: string): Outgoing;
  /** Takes back what nobody has seen yet; anything else stays. */
  withdraw(outgoing: Outgoing): void;
  /** The other side has everything up to a number. */
  confirm(through: number): void;
  /** The other side misses these. */
  repeat(numbers: readonly number[]): void;
  /** Whether the other side may go on after this number: everything later is still here. */
  reaches(received: number): boolean;
  /** There is a link: what is unconfirmed leaves, or leaves again. */
  open(way: Way): void;
  /** There is none: payloads wait. */
  pause(): void;
}
export declare const createSender: ({ clock, resendMs }: SenderOptions) => Sender;
interface LinkOptions {
  readonly pipe: Pipe;
  readonly sender: Sender;
  readonly receiver: Receiver;
  readonly clock: Clock;
  readonly heartbeatMs: number;
  readonly resendMs: number;
  /** Whether the heartbeat asks for an answer: of a server, whose clients may have slow timers in a hidden tab. */
  readonly asks: boolean;
  /** The next payload, in order, and its number. Gives back whether more may follow. */
  readonly deliver: (data: unknown, number: number) => boolean;
  /** Nothing has been heard for three heartbeats. */
  readonly dead: () => void;
}
/** One pipe's life with a channel: confirms what comes, asks for what is missing, says that it is there. */
interface Link {
  /** `length`: characters of the frame. */
  data(frame: DataFrame, length: number): void;
  beat(frame: BeatFrame): void;
  stop(): void;
}
export declare const createLink: (options: LinkOptions) => Link;
/** What a client says in numbered frames. Names and arguments of requests are checked by whoever carries them out. */
type ClientPayload = {
  readonly t: "request";
  readonly id: number;
  readonly name: string;
  readonly args: unknown;
} | {
  readonly t: "renew";
  readonly token: string;
};
/** What a server says in numbered frames. */
type ServerPayload = {
  readonly t: "facts";
  readonly facts: readonly Fact[];
  readonly token?: ResumeToken;
} | {
  readonly t: "synced";
  readonly continuity: "whole" | "gap";
  readonly conversations?: readonly ConversationId[];
  readonly serverTime?: number;
  readonly token?: ResumeToken;
} | {
  readonly t: "answer";
  readonly id: number;
  readonly value: unknown;
} | {
  readonly t: "refusal";
  readonly id: number;
  readonly error: ChatError;
} | {
  readonly t: "expired";
} | {
  readonly t: "renewed";
};
/** What a numbered frame from a client says. */
export declare const readClientPayload: (raw: unknown) => Outcome<ClientPayload>;
/** What a numbered frame from a server says; facts in it that can't be read are reported and left out. */
export declare const readServerPayload: (raw: unknown, report: Report) => Outcome<ServerPayload>;
/** A frame without a number, as text. */
export declare const encodeFrame: (frame: ClientFrame | ServerFrame) => string;
/** What goes into a numbered frame, as text: made once, however often the frame is sent. Throws what `JSON.stringify` throws. */
export declare const encodePayload: (payload: ClientPayload | ServerPayload) => string;
/** The payload `facts`, of facts that are text already. */
export declare const encodeFacts: (facts: readonly string[], token: ResumeToken | undefined) => string;
/** A numbered frame around a payload. */
export declare const encodeData: (n: number, ack: number, payload: string) => string;
/** Most characters that `encodeData` puts around a payload. */
export declare const DATA_OVERHEAD = 64;
/** A frame as a server gets it. Never throws: `tooLarge` before it is parsed, `protocol` if it can't be read. */
export declare const decodeClientFrame: (text: string, maxBytes: number) => Outcome<ClientFrame>;
/** A frame as a client gets it. Never throws: `tooLarge` before it is parsed, `protocol` if it can't be read. */
export declare const decodeServerFrame: (text: string, maxBytes: number) => Outcome<ServerFrame>;
/** The version of the wire that this code speaks. A server answers another one with `bye`. */
export declare const WIRE_VERSION = 1;
/** Most UTF-16 units of an id, a position, a version or a name. */
export declare const MAX_ID_LENGTH = 512;
/** Most bytes (UTF-8) of a frame to a client; the answers to it included. */
export declare const MAX_FRAME_TO_CLIENT: number;
/** Most bytes of a frame to a server, unless its `welcome` says otherwise. */
export declare const MAX_FRAME_TO_SERVER: number;
/** The machine's clock, as far as a link needs one. */
export declare const systemClock: () => Clock;
/**
 * Whether a URL may be followed or shown [SEC2]: http, https, blob, and data only for images. Absolute, and spelt so that no
 * parser can see another scheme in it.
 */
export declare const isSafeUrl: (url: string) => boolean;
/** Whether a text has more bytes than that; counted only where its length leaves it open. */
export declare const isLonger: (text: string, bytes: number) => boolean;
export type { BeatFrame, ByeFrame, ClientFrame, ClientPayload, DataFrame, FaultFrame, HelloFrame, Link, LinkOptions, OpenPipe, Outgoing, Pipe, PipeListener, Receiver, Report, RequestName, Requests, Schema, Sender, SenderOptions, ServerFrame, ServerPayload, WelcomeFrame };