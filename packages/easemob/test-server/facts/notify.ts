import { toJsonBytes } from '../frames/json.ts'
import type { Jid } from '../frames/jid.ts'
import type { Hub } from '../hub/hub.ts'
import type { Told } from './told.ts'

/** News that are JSON on the wire: `type` says of what. */
export const notify = (
  { backend, eventId }: Hub,
  queue: Jid,
  news: { readonly type: string; readonly [field: string]: unknown },
): Told => ({
  queue,
  meta: { id: eventId(), from: queue, to: queue, timestamp: backend.now().toString(), ns: 'NOTIFY', payload: toJsonBytes(news) },
})
