import { Capabilities, ChatError, Clock, Transport, UserId } from "@parlance/core";
/** Asks the application for a credential: the `first`, or another one because the last has `expired`. */
type AskCredentials = (why: "first" | "expired") => Promise<string> | string;
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
/** How long to wait for what, milliseconds. */
interface SessionTimeouts {
  /** From an open pipe to the server's welcome; 10 000. */
  readonly connectMs?: number;
  /** For an answer, unless an operation says otherwise; 15 000. */
  readonly requestMs?: number;
  /** Until an unconfirmed frame is sent again; 1 000, doubling up to eightfold. */
  readonly resendMs?: number;
}
interface SessionTransportOptions {
  /** What the transport calls itself. */
  readonly name: string;
  readonly self: UserId;
  readonly open: OpenPipe;
  /** Asked once for many requests; kept over reconnects until the server says that it has expired. */
  readonly credentials: AskCredentials;
  /** Names this device to the server, which keeps its place; a random one unless given. One link per device at a time. */
  readonly device?: string;
  readonly clock?: Clock;
  /** Makes ids reproducible in tests; else they come from the machine's `crypto`. */
  readonly random?: () => number;
  /** Until the server says what it can do. */
  readonly capabilities?: Capabilities;
  readonly timeouts?: SessionTimeouts;
}
/** A {@link Transport} with every facet of the wire. What the server can't do it answers with `unsupported`. */
interface SessionTransport extends Required<Omit<Transport, "canonical" | "download">> {
  /** Frames that the server hasn't confirmed, and requests that it hasn't answered. */
  readonly unconfirmed: number;
}
/**
 * A transport over any pipe that carries text frames, however badly: what is lost comes again, what is doubled or out of order
 * is put right, and a session that is cut goes on where it stopped [LNK1]. WebSockets have `createWebSocketTransport`.
 * @example
 * const transport = createSessionTransport({ name: 'sandbox', self: 'alice', open: link.open, credentials: () => 'token' })
 */
export declare const createSessionTransport: (options: SessionTransportOptions) => SessionTransport;
/** What is used of a WebSocket, whoever made it. */
interface WebSocketLike {
  readonly readyState: number;
  readonly bufferedAmount: number;
  addEventListener(type: "open", listener: () => void): void;
  addEventListener(type: "message", listener: (event: {
    readonly data: unknown;
  }) => void): void;
  addEventListener(type: "close", listener: (event: {
    readonly code: number;
  }) => void): void;
  send(text: string): void;
  close(code?: number): void;
}
/** A browser's or Node's own `WebSocket`, or the one of the library `ws`. */
type WebSocketConstructor = new (url: string) => WebSocketLike;
type WebSocketTransportOptions = {
  /** Where the server is: `ws:` or `wss:`. */
  readonly url: string;
  readonly user: UserId;
  /** Names this device to the server, which keeps its place; a random one unless given. One link per device at a time. */
  readonly device?: string;
  readonly clock?: Clock;
  /** Until the server says what it can do. */
  readonly capabilities?: Capabilities;
  readonly timeouts?: SessionTimeouts;
  /** Where the environment has none of its own (Node before 22). */
  readonly WebSocket?: WebSocketConstructor;
} & ({
  /** A credential that stays good. */ readonly token: string;
} | {
  /** Asked at first and when one has expired, once for many requests [CON3]. */ readonly credentials: AskCredentials;
});
/**
 * A transport to a server of Parlance's wire (`@parlance/sandbox/server` is one), in browsers and in Node from 22.
 * It gives `authRejected` for a wrong credential, `unavailable` when the link is lost, `protocol` for what can't be read.
 * @example
 * const transport = createWebSocketTransport({ url: 'wss://chat.example/', user: 'alice', token: 'secret' })
 * const chat = createChat({ transport })
 * await chat.connect()
 */
export declare const createWebSocketTransport: (options: WebSocketTransportOptions) => SessionTransport;
export type { AskCredentials, OpenPipe, Pipe, PipeListener, SessionTimeouts, SessionTransport, SessionTransportOptions, WebSocketConstructor, WebSocketLike, WebSocketTransportOptions };