import type { Contact, Presence } from '@parlance/core'
import { presenceLabel } from '../wording/presenceLabel.ts'

/** The line below a name in the contacts view: what was written beside a request, else whether they are there. */
export const contactNote = ({ state, message }: Contact, presence: Presence | undefined, now: number): string => {
  if ((state === 'incoming' || state === 'outgoing') && message !== undefined && message !== '') return message
  if (state === 'outgoing') return 'Has not answered yet'
  return presence === undefined ? '' : presenceLabel(presence, now)
}
