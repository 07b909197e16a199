/** Counts work under way, so that `chat.idle()` knows when there is none. */
export interface Busy {
  /** Something begins; the function it gives back ends it, once. */
  readonly begin: () => () => void
  /** Resolves when nothing is under way, and nothing has begun in the turn after; or when the chat ends. */
  readonly idle: () => Promise<void>
}

export const createBusy = (disposed: AbortSignal): Busy => {
  let under = 0
  const waiting = new Set<() => void>()

  const release = (): void => {
    for (const resolve of waiting) resolve()
    waiting.clear()
  }
  disposed.addEventListener('abort', release, { once: true })

  return {
    begin: () => {
      under += 1
      let ended = false
      return () => {
        if (ended) return
        ended = true
        under -= 1
        if (under === 0) release()
      }
    },
    idle: async () => {
      // What ends often begins something else in the same turn: look again until it doesn't.
      for (let turn = 0; turn < 2; turn++) {
        await Promise.resolve()
        if (under === 0 || disposed.aborted) continue
        await new Promise<void>(resolve => waiting.add(resolve))
        turn = -1
      }
    },
  }
}
