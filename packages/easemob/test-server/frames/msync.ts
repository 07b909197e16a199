import type { Jid } from './jid.ts'
import type { Meta } from './meta.ts'
import type { Status } from './status.ts'

/** What every frame is, both ways. */
export interface MSync {
  readonly command?: 'SYNC' | 'UNREAD' | 'NOTICE' | 'PROVISION' | 'LOGOUT'
  readonly guid?: Jid
  readonly auth?: string
  readonly payload?: Uint8Array
}

/** How somebody says who he is, and the answer to that. */
export interface Provision {
  readonly resource?: string
  readonly status?: Status
  /** JSON. */
  readonly authToken?: string
  /** What the client wants its other devices to hear if this one takes their place. */
  readonly reason?: string
}

/** A client sends something, or asks for what is in a queue; `key`: everything up to there has come. */
export interface SyncUp {
  readonly meta?: Meta
  readonly queue?: Jid
  readonly key?: string
}

/** What is in a queue; or, with `metaId`, what became of something sent. */
export interface SyncDown {
  readonly status?: Status
  readonly metaId?: string
  readonly serverId?: string
  readonly timestamp?: string
  readonly metas?: readonly Meta[]
  readonly nextKey?: string
  readonly queue?: Jid
  readonly isLast?: boolean
}

export interface UnreadDown {
  readonly status?: Status
  readonly unread?: readonly { readonly queue: Jid; readonly n: number }[]
  readonly timestamp?: string
}

export interface Notice {
  readonly queue: Jid
}
