import type { UserId } from '@parlance/core'
import type { Seat } from './seat.ts'
import type { StoredMessage } from './storedMessage.ts'

/** Whether a message was ever meant for a user: directed ones aren't for all. */
export const concerns = (message: StoredMessage, user: UserId): boolean =>
  message.to === undefined || message.from === user || message.to.has(user)

/** Whether a user has a message, be it as a tombstone. */
export const isInSight = (seat: Seat, message: StoredMessage): boolean =>
  message.sequence > seat.floor && !message.deleted && !seat.hidden.has(message.sequence) && concerns(message, seat.user)

/** Whether it stands in a list, a page or a preview: commands don't. */
export const isListed = (seat: Seat, message: StoredMessage): boolean => !message.command && isInSight(seat, message)

/** Whether it counts as unread until it is read [UNR1]; a notice never does [NTC1]. */
export const isCountable = (seat: Seat, message: StoredMessage): boolean =>
  message.from !== seat.user && !message.notice && message.recalled === undefined && isListed(seat, message)
