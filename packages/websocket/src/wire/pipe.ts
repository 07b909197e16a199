import type { ChatError } from '@parlance/core'

/** What a pipe tells its owner. Never called while `open` or `send` runs, and not after `close`. */
export interface PipeListener {
  opened(): void
  /** One frame as it came: it may be a double, out of order, or garbage. */
  frame(text: string): void
  /** The last call. */
  closed(error?: ChatError): void
}

/** One end of a connection that carries text frames. It promises nothing: frames may be lost, doubled or reordered. */
export interface Pipe {
  send(frame: string): void
  close(error?: ChatError): void
  /** Bytes handed to `send` that haven't left yet: for back-pressure. */
  readonly buffered: number
}

/** Opens a connection: a WebSocket, or a faulty link in memory. */
export type OpenPipe = (listener: PipeListener) => Pipe
