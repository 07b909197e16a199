import type { Clock } from '../protocol/clock.ts'

/** The server's time as far as it is known [ORD5]. Shown and used for expiry; orders nothing. */
export interface ServerClock {
  /** Milliseconds since 1970. The device's own time until the server told its own. */
  readonly now: () => number
  /**
   * The server said its time in an answer. All in milliseconds since 1970; `sentAt` and `receivedAt` by this device's clock.
   * Only for times that the server took between the two: an ack that repeats an earlier answer tells nothing.
   */
  readonly sample: (serverTime: number, sentAt: number, receivedAt: number) => void
}

interface Sample {
  readonly offset: number
  readonly roundTrip: number
}

/** So many that one slow stretch doesn't decide, so few that a clock that was set anew is noticed. */
const kept = 16

/** Estimates how far the server's clock is from this one: the sample of least round trip is the least wrong. */
export const createServerClock = (clock: Clock): ServerClock => {
  let samples: readonly Sample[] = []
  let offset = 0
  return {
    now: () => clock.now() + offset,
    sample: (serverTime, sentAt, receivedAt) => {
      const roundTrip = receivedAt - sentAt
      if (!Number.isFinite(serverTime) || roundTrip < 0) return
      samples = [...samples.slice(1 - kept), { offset: serverTime - (sentAt + receivedAt) / 2, roundTrip }]
      offset = samples.reduce((best, next) => (next.roundTrip <= best.roundTrip ? next : best)).offset
    },
  }
}
