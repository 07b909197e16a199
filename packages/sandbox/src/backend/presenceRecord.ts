import type { Presence } from '@parlance/core'

/** What the server knows of somebody's presence. */
export interface PresenceRecord {
  /** What the user wants to be while there. */
  readonly wanted: Pick<Presence, 'state' | 'status'>
  /** As it was told last. */
  readonly shown: Presence
  /** Of what is shown; empty if nothing changed yet. */
  readonly version: string
}

/** Of somebody who never came. */
export const noPresence: PresenceRecord = { wanted: { state: 'online' }, shown: { state: 'offline' }, version: '' }
