import type { Jid } from './jid.ts'
import type { KeyValue } from './keyValue.ts'

/** The envelope of everything that somebody is told, or sends. */
export interface Meta {
  /** A 64 bit number. */
  readonly id: string
  readonly from?: Jid
  readonly to?: Jid
  /** Milliseconds since 1970. */
  readonly timestamp?: string
  readonly ns?: 'STATISTIC' | 'CHAT' | 'MUC' | 'ROSTER' | 'CONFERENCE' | 'NOTIFY' | 'QUERY'
  readonly payload?: Uint8Array
  readonly routetype?: 'ROUTE_ALL' | 'ROUTE_ONLINE' | 'ROUTE_DIRECT'
  readonly ext?: readonly KeyValue[]
  /** JSON. */
  readonly meta?: Uint8Array
  readonly directedUsers?: readonly string[]
}
