import type { Capabilities } from '../protocol/capabilities.ts'
import type { Batch } from './batch.ts'
import { nameRecord } from './identity.ts'

/** The backend says how far its ids reach. If that is news, whatever is known by an id gets its name anew [ID1]. */
export const applyIdScope = ({ ids }: Capabilities, batch: Batch): void => {
  if (!batch.names.setScope(ids === 'global')) return
  for (const slice of batch.all()) for (const record of slice.messages) nameRecord(batch, record)
  batch.early.rename(name => batch.names.namesIn(batch.names.refOf(name))[0] ?? name)
}
