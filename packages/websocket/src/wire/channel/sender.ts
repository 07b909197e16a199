import type { Clock, TimerHandle } from '@parlance/core'
import { WINDOW_FRAMES, WINDOW_LENGTH } from '../limits.ts'

/** A payload on its way. */
export interface Outgoing {
  readonly payload: string
  /** Absent: it waits, and nobody has seen it. */
  number?: number
}

/** How frames leave while there is a link. */
export interface Way {
  transmit(number: number, payload: string): void
  /** Sending again would only add to what hasn't left yet. */
  congested(): boolean
}

export interface SenderOptions {
  readonly clock: Clock
  /** How long to wait for a confirmation before a frame is sent again, milliseconds. Doubles, up to eightfold, while none comes. */
  readonly resendMs: number
}

/** The sending half of a channel: numbers payloads, and keeps and repeats each until it is confirmed. Outlives links. */
export interface Sender {
  /** The last number given out. */
  readonly last: number
  /** The number that the last payload handed in has, or will have. */
  readonly promised: number
  /** How many payloads wait or aren't confirmed. */
  readonly unconfirmed: number
  /** Characters of those. */
  readonly length: number
  send(payload: string): Outgoing
  /** Takes back what nobody has seen yet; anything else stays. */
  withdraw(outgoing: Outgoing): void
  /** The other side has everything up to a number. */
  confirm(through: number): void
  /** The other side misses these. */
  repeat(numbers: readonly number[]): void
  /** Whether the other side may go on after this number: everything later is still here. */
  reaches(received: number): boolean
  /** There is a link: what is unconfirmed leaves, or leaves again. */
  open(way: Way): void
  /** There is none: payloads wait. */
  pause(): void
}

const RESENT_AT_ONCE = 16

export const createSender = ({ clock, resendMs }: SenderOptions): Sender => {
  const waiting = new Set<Outgoing>()
  const flying = new Map<number, Outgoing>()
  let flyingLength = 0
  let length = 0
  let last = 0
  let confirmed = 0
  let patience = 1
  let way: Way | undefined
  let timer: TimerHandle | undefined

  const stopTimer = (): void => {
    if (timer !== undefined) clock.clearTimeout(timer)
    timer = undefined
  }

  const startTimer = (): void => {
    stopTimer()
    if (flying.size > 0) timer = clock.setTimeout(resend, resendMs * patience)
  }

  const resend = (): void => {
    if (way === undefined) return
    if (!way.congested()) {
      let left = RESENT_AT_ONCE
      for (const [number, { payload }] of flying) {
        if (left-- === 0) break
        way.transmit(number, payload)
      }
    }
    patience = Math.min(patience * 2, 8)
    startTimer()
  }

  const pump = (): void => {
    if (way === undefined) return
    const idle = flying.size === 0
    for (const outgoing of waiting) {
      if (flying.size >= WINDOW_FRAMES || (flying.size > 0 && flyingLength + outgoing.payload.length > WINDOW_LENGTH)) break
      waiting.delete(outgoing)
      outgoing.number = ++last
      flying.set(last, outgoing)
      flyingLength += outgoing.payload.length
      way.transmit(last, outgoing.payload)
    }
    if (idle) startTimer()
  }

  return {
    get last() {
      return last
    },
    get promised() {
      return last + waiting.size
    },
    get unconfirmed() {
      return waiting.size + flying.size
    },
    get length() {
      return length
    },
    send(payload) {
      const outgoing: Outgoing = { payload }
      waiting.add(outgoing)
      length += payload.length
      pump()
      return outgoing
    },
    withdraw(outgoing) {
      if (waiting.delete(outgoing)) length -= outgoing.payload.length
    },
    confirm(through) {
      if (through <= confirmed || through > last) return
      confirmed = through
      for (const [number, { payload }] of flying) {
        if (number > through) break
        flying.delete(number)
        flyingLength -= payload.length
        length -= payload.length
      }
      patience = 1
      startTimer()
      pump()
    },
    repeat(numbers) {
      for (const number of numbers) {
        const outgoing = flying.get(number)
        if (outgoing !== undefined) way?.transmit(number, outgoing.payload)
      }
    },
    reaches: received => received >= confirmed && received <= last,
    open(next) {
      way = next
      patience = 1
      for (const [number, { payload }] of flying) next.transmit(number, payload)
      pump()
      startTimer()
    },
    pause() {
      way = undefined
      stopTimer()
    },
  }
}
