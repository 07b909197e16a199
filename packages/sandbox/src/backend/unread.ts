import type { Body, UserId } from '@parlance/core'
import type { Seat } from './seat.ts'
import { isCountable } from './sight.ts'
import type { Talk } from './talk.ts'

/** How many messages somebody hasn't read, and how many of them mention him: those above his mark that count, without those read one by one [UNR1, MEN1]. */
export const unreadOf = ({ log }: Talk, seat: Seat): { readonly count: number; readonly mentions: number } => {
  let count = 0
  let mentions = 0
  for (const message of log.downwards(log.head, Math.max(seat.read.through, seat.floor))) {
    if (!isCountable(seat, message) || seat.read.has(message.sequence)) continue
    count++
    if (isMentioned(message.content?.body, seat.user)) mentions++
  }
  return { count, mentions }
}

const isMentioned = (body: Body | undefined, user: UserId): boolean =>
  body?.type === 'text' && (body.mentions === 'everyone' || (body.mentions?.includes(user) ?? false))
