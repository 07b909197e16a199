import type { Clock, TimerHandle } from '@parlance/core'
import type { CompleteFaults } from './faults.ts'

export interface ChannelOptions {
  readonly clock: Clock
  readonly random: () => number
  /** As they are when a frame leaves. `lostAcks` isn't looked at. */
  readonly faults: () => CompleteFaults
  readonly deliver: (frame: string) => void
  /** Something arrived, or was lost. */
  readonly moved: () => void
}

/** One direction of a faulty link. Without faults a frame is through at once. */
export interface Channel {
  /** Frames on their way. */
  readonly flying: number
  send(frame: string): void
  /** Runs when what is on its way in order has arrived; nothing arrives after it. */
  finish(run: () => void): void
  /** What is on its way never arrives. */
  drop(): void
}

/** How much longer than others a frame takes that is held back, at most: twice a whole journey, and some milliseconds where that is none. */
const detour = ({ latencyMs, jitterMs }: CompleteFaults): number => 2 * (latencyMs + jitterMs) + 20

export const createChannel = ({ clock, random, faults, deliver, moved }: ChannelOptions): Channel => {
  /** In the order in which they arrive; which timer brings which doesn't matter. */
  const inOrder: (() => void)[] = []
  const timers = new Set<TimerHandle>()
  let orderedUntil = 0
  let over = false

  const after = (ms: number, run: () => void): void => {
    const timer = clock.setTimeout(() => {
      timers.delete(timer)
      run()
    }, ms)
    timers.add(timer)
  }
  const arrive = (frame: string): void => {
    deliver(frame)
    moved()
  }

  const ordered = (delay: number, run: () => void): void => {
    const now = clock.now()
    orderedUntil = Math.max(orderedUntil, now + delay)
    if (orderedUntil <= now && inOrder.length === 0) {
      run()
      return
    }
    inOrder.push(run)
    after(orderedUntil - now, () => inOrder.shift()?.())
  }

  const drop = (): void => {
    over = true
    for (const timer of timers) clock.clearTimeout(timer)
    timers.clear()
    inOrder.length = 0
    moved()
  }

  return {
    get flying() {
      return timers.size
    },
    send(frame) {
      if (over) return
      const now = faults()
      if (random() < now.loss) {
        moved()
        return
      }
      const delay = now.latencyMs + random() * now.jitterMs
      const late = (): number => delay + 1 + random() * detour(now)
      if (random() < now.duplicate) after(late(), () => arrive(frame))
      if (random() < now.reorder) after(late(), () => arrive(frame))
      else ordered(delay, () => arrive(frame))
    },
    finish(run) {
      ordered(0, () => {
        drop()
        run()
      })
    },
    drop,
  }
}
