/** So many at a time; whoever comes later waits, in order. */
export interface Slots {
  /** Takes one that is free. The function it gives back gives it back. */
  readonly take: () => (() => void) | undefined
  /** Takes the next one, or none when the signal aborts. */
  readonly wait: (signal: AbortSignal) => Promise<() => void>
}

export const createSlots = (count: number): Slots => {
  let free = count
  const waiting = new Set<() => void>()

  const occupy = (): (() => void) => {
    free--
    let given = false
    return () => {
      if (given) return
      given = true
      free++
      const [next] = waiting
      next?.()
    }
  }

  return {
    take: () => (free > 0 ? occupy() : undefined),
    wait: signal =>
      new Promise(resolve => {
        const end = (slot: () => void): void => {
          waiting.delete(begin)
          signal.removeEventListener('abort', leave)
          resolve(slot)
        }
        const begin = (): void => end(occupy())
        const leave = (): void => end(() => undefined)
        waiting.add(begin)
        signal.addEventListener('abort', leave)
      }),
  }
}
