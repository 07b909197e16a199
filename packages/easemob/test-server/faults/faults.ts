/** What a frame is, for whoever wants to strike one and not another. */
export type FrameKind = 'provision' | 'unread' | 'notice' | 'sync' | 'queue' | 'send' | 'ack' | 'logout'

/** Bad luck for each frame on its way, each a share from 0 to 1. */
export interface FaultRates {
  readonly loss?: number
  readonly duplicate?: number
  /** The socket is cut before the frame arrives. */
  readonly drop?: number
  /** The frame arrives, and the socket is cut after it. */
  readonly dropAfter?: number
  /** Longest delay, milliseconds; each frame waits a part of it, and none overtakes another. */
  readonly delayMs?: number
}

/** Rates for what clients send and for what they are sent. */
export interface Faults {
  readonly up?: FaultRates
  readonly down?: FaultRates
}

export type Strike = 'lose' | 'duplicate' | 'drop' | 'dropAfter'

/** What happens to one frame that is waited for. */
export interface Plan {
  readonly direction: 'up' | 'down'
  readonly kind: FrameKind
  readonly strike: Strike
  /** Default: anybody's. */
  readonly user?: string
  /** How many of them pass before. Default 0. */
  readonly after?: number
}
