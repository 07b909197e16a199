import type { Jid } from '../frames/jid.ts'
import type { Meta } from '../frames/meta.ts'

/** What waits for a device from one peer or one group. A meta stays until the device says that it has it. */
export interface MetaQueue {
  readonly jid: Jid
  readonly size: number
  push(meta: Meta): void
  /** Everything up to the key has come. */
  confirm(key: string): void
  /** The next metas, oldest first, and the key by which they are confirmed; `undefined`: nothing waits. */
  next(): { readonly metas: readonly Meta[]; readonly key: string } | undefined
  /** Empties it. */
  drain(): readonly Meta[]
}

/** Metas handed over at once. */
const PAGE = 50

/** `nextKey`: grows over all queues, because a client that sees the same key twice in a row believes a queue finished. */
export const createMetaQueue = (jid: Jid, nextKey: () => number): MetaQueue => {
  let waiting: { readonly key: number; readonly meta: Meta }[] = []

  return {
    jid,
    get size() {
      return waiting.length
    },
    push(meta) {
      waiting.push({ key: nextKey(), meta })
    },
    confirm(key) {
      waiting = waiting.filter(entry => entry.key > Number(key))
    },
    next() {
      const page = waiting.slice(0, PAGE)
      const last = page.at(-1)
      return last && { metas: page.map(({ meta }) => meta), key: last.key.toString() }
    },
    drain() {
      const drained = waiting
      waiting = []
      return drained.map(({ meta }) => meta)
    },
  }
}
