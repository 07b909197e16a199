import type { Position } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Announcement } from './announcement.ts'
import type { Requests } from './backend.ts'
import { talkNamed } from './permissions.ts'
import type { Seat } from './seat.ts'
import { positionOf } from './sequence.ts'
import type { Talk } from './talk.ts'
import type { Asker, World } from './world.ts'

/** Takes a conversation off a user's list, its history too if he says so; also one that he has left. Throws `unsupported`. */
export const removeConversation = (
  world: World,
  asker: Asker,
  { conversation, withHistory }: Requests['removeConversation']['args'],
): { through?: Position } => {
  const { removal } = world.policy.capabilities
  if (removal === 'none' || (withHistory && removal === 'conversation')) throw chatError('unsupported')
  const talk = talkNamed(world, asker.user, conversation)
  const seat = talk.seats.get(asker.user)
  if (seat === undefined) throw chatError('notMember')
  const { head } = talk.log
  seat.removedThrough = head
  if (withHistory) seat.floor = Math.max(seat.floor, head)
  // What was unread goes along: if the conversation comes back, only what is new counts [UNR6].
  seat.read.skip(head)
  world.devices.tell([asker.user], removalNews(talk, seat), asker.device)
  return head > 0 ? { through: positionOf(head) } : {}
}

/** Whether a user took it off his list, and that can be told: of an empty one only as long as it is empty. */
export const isRemoved = ({ log }: Talk, { removedThrough }: Seat): boolean =>
  removedThrough !== undefined && (removedThrough > 0 || log.head === 0)

/** A user took a conversation off his list. */
export const removalNews = (talk: Talk, { removedThrough = 0, floor }: Seat): Announcement => {
  const withHistory = floor >= removedThrough
  return {
    fact: (viewer, origin) => ({
      type: 'conversationRemoved',
      origin,
      conversation: talk.nameFor(viewer),
      ...(removedThrough > 0 && { through: positionOf(removedThrough) }),
      withHistory,
    }),
  }
}
