import type { Readable } from '@parlance/core'

/** Whatever has work of its own that `quiet` waits for: a chat, for instance. */
export interface Watched {
  idle(): Promise<void>
  /** Whose it is: what its user does while he is cut off isn't waited for. */
  readonly self?: string
  /** Not at rest while it says that it is opening a link, or will. */
  readonly connection?: Readable<{ readonly state: string; readonly retryAt?: number }>
}

export interface QuietOptions {
  /** Whether nothing is on its way, and nothing will be sent again. */
  readonly still: () => boolean
  readonly isCut: (user: string) => boolean
}

export interface Quiet {
  watch(watched: Watched): () => void
  /** Something moved: whether all is still may be another matter now. */
  moved(): void
  quiet(): Promise<void>
}

export const createQuiet = ({ still, isCut }: QuietOptions): Quiet => {
  const watched = new Map<symbol, { readonly chat: Watched; readonly stop: () => void }>()
  const waiting = new Set<() => void>()
  let moves = 0

  const atRest = ({ self, connection }: Watched): boolean => {
    if (connection === undefined || (self !== undefined && isCut(self))) return true
    const { state, retryAt } = connection.get()
    return state === 'online' || state === 'closed' || (state === 'offline' && retryAt === undefined)
  }
  const quietNow = (): boolean => still() && [...watched.values()].every(({ chat }) => atRest(chat))

  const moved = (): void => {
    moves++
    for (const again of waiting) again()
    waiting.clear()
  }

  return {
    moved,
    watch(chat) {
      const key = Symbol()
      const stop = chat.connection?.subscribe(() => moved()) ?? (() => {})
      watched.set(key, { chat, stop })
      return () => {
        watched.get(key)?.stop()
        watched.delete(key)
        moved()
      }
    },
    async quiet() {
      for (;;) {
        // What was put off to a microtask by now is done after this.
        await Promise.resolve()
        while (!quietNow()) await new Promise<void>(resolve => waiting.add(resolve))
        const before = moves
        const chats = [...watched.values()].map(({ chat }) => chat).filter(({ self }) => self === undefined || !isCut(self))
        await Promise.all(chats.map(chat => chat.idle()))
        if (moves === before && quietNow()) return
      }
    },
  }
}
