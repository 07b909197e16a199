import type { Clock, TimerHandle } from '@parlance/core'
import { encodeData, encodeFrame } from '../codec.ts'
import type { BeatFrame, DataFrame } from '../frames.ts'
import type { Pipe } from '../pipe.ts'
import type { Receiver } from './receiver.ts'
import type { Sender } from './sender.ts'

export interface LinkOptions {
  readonly pipe: Pipe
  readonly sender: Sender
  readonly receiver: Receiver
  readonly clock: Clock
  readonly heartbeatMs: number
  readonly resendMs: number
  /** Whether the heartbeat asks for an answer: of a server, whose clients may have slow timers in a hidden tab. */
  readonly asks: boolean
  /** The next payload, in order, and its number. Gives back whether more may follow. */
  readonly deliver: (data: unknown, number: number) => boolean
  /** Nothing has been heard for three heartbeats. */
  readonly dead: () => void
}

/** One pipe's life with a channel: confirms what comes, asks for what is missing, says that it is there. */
export interface Link {
  /** `length`: characters of the frame. */
  data(frame: DataFrame, length: number): void
  beat(frame: BeatFrame): void
  stop(): void
}

const CONFIRM_AFTER_MS = 50
const CONFIRM_AFTER_FRAMES = 32
const CONGESTED_BYTES = 65_536
/** In heartbeats. */
const DEAD_AFTER = 3
const WORRIED_AFTER = 1.25
/** How often a heartbeat looks at the time. */
const TICKS = 4

export const createLink = (options: LinkOptions): Link => {
  const { pipe, sender, receiver, clock, heartbeatMs, resendMs } = options
  let heard = clock.now()
  let told = 0
  let unanswered = 0
  let confirmation: TimerHandle | undefined
  let stopped = false

  const forgetConfirmation = (): void => {
    if (confirmation !== undefined) clock.clearTimeout(confirmation)
    confirmation = undefined
    unanswered = 0
  }

  const sayBeat = (answer: boolean): void => {
    forgetConfirmation()
    const want = receiver.missing(told)
    pipe.send(
      encodeFrame({ t: 'beat', sent: sender.last, ack: receiver.received, ...(want.length > 0 && { want }), ...(answer && { answer }) }),
    )
    // What is asked for may be lost again.
    if (want.length > 0) confirmLater(resendMs)
  }

  const confirmLater = (ms: number): void => {
    confirmation ??= clock.setTimeout(() => sayBeat(false), ms)
  }

  let ticks = 0
  const tick = (): void => {
    const silent = clock.now() - heard
    if (silent >= DEAD_AFTER * heartbeatMs) {
      options.dead()
      return
    }
    timer = clock.setTimeout(tick, heartbeatMs / TICKS)
    // Who hasn't been heard for long is asked again and again: one lost beat is no reason to let go.
    const worried = silent > WORRIED_AFTER * heartbeatMs
    if (++ticks % TICKS === 0 || worried) sayBeat(options.asks || worried)
  }
  let timer = clock.setTimeout(tick, heartbeatMs / TICKS)

  sender.open({
    transmit(number, payload) {
      // It confirms as well; a question for missing numbers still has to be asked.
      if (receiver.missing(told).length === 0) forgetConfirmation()
      pipe.send(encodeData(number, receiver.received, payload))
    },
    congested: () => pipe.buffered > CONGESTED_BYTES,
  })

  return {
    data({ n, ack, data }, length) {
      heard = clock.now()
      told = Math.max(told, n)
      sender.confirm(ack)
      receiver.take(n, data, length, options.deliver)
      if (stopped) return
      if (++unanswered >= CONFIRM_AFTER_FRAMES) sayBeat(false)
      else confirmLater(CONFIRM_AFTER_MS)
    },
    beat({ sent, ack, want, answer }) {
      heard = clock.now()
      told = Math.max(told, sent)
      sender.confirm(ack)
      if (want !== undefined) sender.repeat(want)
      if (answer === true) sayBeat(false)
      else if (told > receiver.received) confirmLater(CONFIRM_AFTER_MS)
    },
    stop() {
      // A second time it would pause the link that took its place.
      if (stopped) return
      stopped = true
      forgetConfirmation()
      clock.clearTimeout(timer)
      sender.pause()
    },
  }
}
