import type { Jid } from '../frames/jid.ts'
import type { Meta } from '../frames/meta.ts'

/** A meta and the queue in which it waits. */
export interface Told {
  readonly queue: Jid
  readonly meta: Meta
}
