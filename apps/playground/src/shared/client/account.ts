import type { UserId } from '@parlance/core'

/** Who somebody is to a server, and over which transport. */
export type Account = WebSocketAccount | EasemobAccount

/** Who logs in, whatever the transport. */
export interface Somebody {
  readonly user: UserId
  readonly token: string
  /** Where the WebSockets of the page's sandbox connect, `ws:` or `wss:`. Its files are there, too. */
  readonly server: string
}

export interface WebSocketAccount extends Somebody {
  readonly transport: 'websocket'
}

export interface EasemobAccount extends Somebody {
  readonly transport: 'easemob'
  /** `org#app`. */
  readonly appKey: string
  /** Of the SDK's socket, `ws:` or `wss:`, with the requests at the same host; absent: the SDK looks both up. */
  readonly url?: string
}
