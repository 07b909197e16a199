import type { Seat } from './seat.ts'
import { isCountable } from './sight.ts'
import type { Talk } from './talk.ts'

/** How many messages somebody hasn't read: those above his mark that count, without those read one by one [UNR1]. */
export const unreadCount = ({ log }: Talk, seat: Seat): number => {
  let count = 0
  for (const message of log.downwards(log.head, Math.max(seat.read.through, seat.floor))) {
    if (isCountable(seat, message) && !seat.read.has(message.sequence)) count++
  }
  return count
}
