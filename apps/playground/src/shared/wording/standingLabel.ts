import type { ContactState } from '@parlance/core'

const standings: Readonly<Record<ContactState, string>> = {
  contact: 'One of your contacts',
  incoming: 'Asks to be one of your contacts',
  outgoing: 'You asked, and wait for an answer',
  declined: 'Declined to be one of your contacts',
  none: 'Not one of your contacts',
}

/** How somebody and I stand to each other. */
export const standingLabel = (state: ContactState, isBlocked: boolean): string => (isBlocked ? 'Blocked by you' : standings[state])
