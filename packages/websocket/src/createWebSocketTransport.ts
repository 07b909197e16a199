import type { Capabilities, Clock, UserId } from '@parlance/core'
import type { AskCredentials } from './session/credentials.ts'
import type { SessionTimeouts, SessionTransport } from './session/createSessionTransport.ts'
import { createSessionTransport } from './session/createSessionTransport.ts'
import type { WebSocketConstructor } from './webSocketPipe.ts'
import { webSocketPipe } from './webSocketPipe.ts'

export type WebSocketTransportOptions = {
  /** Where the server is: `ws:` or `wss:`. */
  readonly url: string
  readonly user: UserId
  /** Names this device to the server, which keeps its place; a random one unless given. One link per device at a time. */
  readonly device?: string
  readonly clock?: Clock
  /** Until the server says what it can do. */
  readonly capabilities?: Capabilities
  readonly timeouts?: SessionTimeouts
  /** Where the environment has none of its own (Node before 22). */
  readonly WebSocket?: WebSocketConstructor
} & (
  | { /** A credential that stays good. */ readonly token: string }
  | { /** Asked at first and when one has expired, once for many requests [CON3]. */ readonly credentials: AskCredentials }
)

/**
 * A transport to a server of Parlance's wire (`@parlance/sandbox/server` is one), in browsers and in Node from 22.
 * It gives `authRejected` for a wrong credential, `unavailable` when the link is lost, `protocol` for what can't be read.
 * @example
 * const transport = createWebSocketTransport({ url: 'wss://chat.example/', user: 'alice', token: 'secret' })
 * const chat = createChat({ transport })
 * await chat.connect()
 */
export const createWebSocketTransport = (options: WebSocketTransportOptions): SessionTransport => {
  const { url, user, device, clock, capabilities, timeouts } = options
  if (options.WebSocket === undefined && typeof WebSocket === 'undefined') {
    throw new Error('There is no WebSocket here: pass one, as in createWebSocketTransport({ WebSocket, … }).')
  }
  const Socket = options.WebSocket ?? WebSocket
  return createSessionTransport({
    name: 'websocket',
    self: user,
    open: webSocketPipe(url, Socket),
    credentials: 'token' in options ? () => options.token : options.credentials,
    ...(device !== undefined && { device }),
    ...(clock !== undefined && { clock }),
    ...(capabilities !== undefined && { capabilities }),
    ...(timeouts !== undefined && { timeouts }),
  })
}
