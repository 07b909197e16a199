import type { Unread } from '@parlance/core'

/** What the button does that leads back to the end of a list, and what has come there meanwhile. */
export const toEndLabel = ({ count }: Unread): string => {
  if (count === 0) return 'To the newest message'
  return `To the newest message: ${count} new ${count === 1 ? 'message' : 'messages'}`
}
