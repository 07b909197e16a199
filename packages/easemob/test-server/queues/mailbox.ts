import type { Jid } from '../frames/jid.ts'
import type { Meta } from '../frames/meta.ts'
import type { SyncDown } from '../frames/msync.ts'
import { OK } from '../frames/status.ts'
import type { MetaQueue } from './metaQueue.ts'
import { createMetaQueue } from './metaQueue.ts'

/** All that waits for one device, by the peer or group it came from. */
export interface Mailbox {
  put(queue: Jid, meta: Meta): void
  /** The queues in which something waits. */
  unread(): readonly { readonly queue: Jid; readonly n: number }[]
  /** The answer to a device that asks for a queue, and confirms what came before. */
  fetch(queue: Jid, key: string | undefined): SyncDown
  /** Takes what waits in another mailbox, which is empty then. */
  takeFrom(other: Mailbox): void
  drain(): readonly { readonly queue: Jid; readonly metas: readonly Meta[] }[]
}

export const createMailbox = (nextKey: () => number): Mailbox => {
  const queues = new Map<string, MetaQueue>()

  const queueOf = (jid: Jid): MetaQueue => {
    const id = `${jid.name ?? ''}@${jid.domain ?? ''}`
    const queue = queues.get(id) ?? createMetaQueue(jid, nextKey)
    queues.set(id, queue)
    return queue
  }

  return {
    put: (queue, meta) => queueOf(queue).push(meta),
    unread: () => [...queues.values()].filter(({ size }) => size > 0).map(({ jid, size }) => ({ queue: jid, n: size })),
    fetch(jid, key) {
      const queue = queueOf(jid)
      if (key !== undefined && key !== '0') queue.confirm(key)
      const page = queue.next()
      // The last word is an empty page: a client that gets metas with it asks once more.
      return page === undefined
        ? { status: OK, queue: jid, isLast: true }
        : { status: OK, queue: jid, metas: page.metas, nextKey: page.key, isLast: false }
    },
    takeFrom(other) {
      for (const { queue, metas } of other.drain()) for (const meta of metas) queueOf(queue).push(meta)
    },
    drain: () => [...queues.values()].map(queue => ({ queue: queue.jid, metas: queue.drain() })),
  }
}
