import { toJsonBytes } from '../frames/json.ts'
import type { Jid } from '../frames/jid.ts'
import type { Hub } from '../hub/hub.ts'
import type { Told } from './told.ts'

/** News that are JSON on the wire. */
export const notify = ({ backend, eventId }: Hub, queue: Jid, type: string, data: object): Told => ({
  queue,
  meta: { id: eventId(), from: queue, to: queue, timestamp: backend.now().toString(), ns: 'NOTIFY', payload: toJsonBytes({ type, data }) },
})
