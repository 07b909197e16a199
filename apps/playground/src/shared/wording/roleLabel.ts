import type { Membership } from '@parlance/core'

/** What somebody is in a group or room; nothing for one among others. */
export const roleLabel = ({ role, muted }: Membership): string =>
  [role === 'owner' && 'Owner', role === 'admin' && 'Admin', muted === true && 'Muted'].filter(Boolean).join(' · ')
