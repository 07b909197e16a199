import { MAX_WANTED, WINDOW_FRAMES, WINDOW_LENGTH } from '../limits.ts'

/** The receiving half of a channel: puts frames back in order, once each. Outlives links. */
export interface Receiver {
  /** The last number that came without a hole before it. */
  readonly received: number
  /**
   * Hands on a frame, and those held back behind it, in order. What came before is dropped; what came too early is held
   * back, within bounds: beyond them it is dropped, and comes again. `deliver` gives back whether it takes more.
   */
  take(number: number, data: unknown, length: number, deliver: (data: unknown, number: number) => boolean): void
  /** Numbers that aren't here, up to the last one known to have been sent. */
  missing(sent: number): number[]
}

interface Held {
  readonly data: unknown
  readonly length: number
}

export const createReceiver = (): Receiver => {
  const held = new Map<number, Held>()
  let heldLength = 0
  let received = 0

  const release = (number: number): Held | undefined => {
    const frame = held.get(number)
    if (held.delete(number)) heldLength -= frame?.length ?? 0
    return frame
  }

  return {
    get received() {
      return received
    },
    take(number, data, length, deliver) {
      if (number <= received) return
      if (number > received + 1) {
        const full = number > received + WINDOW_FRAMES || (held.size > 0 && heldLength + length > 2 * WINDOW_LENGTH)
        if (full || held.has(number)) return
        held.set(number, { data, length })
        heldLength += length
        return
      }
      received = number
      // It may be here already: when somebody stopped in the middle.
      release(number)
      let more = deliver(data, received)
      while (more) {
        const next = release(received + 1)
        if (next === undefined) return
        received++
        more = deliver(next.data, received)
      }
    },
    missing(sent) {
      const numbers: number[] = []
      for (let number = received + 1; number <= sent && numbers.length < MAX_WANTED; number++) if (!held.has(number)) numbers.push(number)
      return numbers
    },
  }
}
