import type { ConversationEntry, UserId } from '@parlance/core'
import type { Announcement } from './announcement.ts'
import { messageFor } from './messageFacts.ts'
import { peerOf } from './permissions.ts'
import type { Seat } from './seat.ts'
import { positionOf } from './sequence.ts'
import { concerns, isListed } from './sight.ts'
import type { StoredMessage } from './storedMessage.ts'
import type { Talk } from './talk.ts'
import { memberCount } from './talk.ts'
import { unreadOf } from './unread.ts'
import type { World } from './world.ts'

/** The last message that a user sees there, tombstones included [CNV4]. */
export const lastListed = ({ log }: Talk, seat: Seat): StoredMessage | undefined => {
  for (const message of log.downwards(log.head, seat.floor)) if (isListed(seat, message)) return message
  return undefined
}

/** Server time of the last activity: what was deleted since has been one too. */
export const activityOf = ({ log }: Talk, seat: Seat): number => {
  for (const message of log.downwards(log.head, seat.floor)) if (!message.command && concerns(message, seat.user)) return message.sentAt
  return seat.joinedAt
}

/** What is overwritten when it changes: all of it, so that one version stands for all. */
const properties = (world: World, talk: Talk, viewer: UserId): ConversationEntry => {
  const seat = talk.seats.get(viewer)
  const peer = talk.kind === 'direct' ? world.accounts.get(peerOf(talk, viewer)) : undefined
  const title = peer?.name ?? talk.title
  const avatar = peer?.avatar ?? talk.avatar
  const kept = new Set(world.policy.capabilities.settings)
  const version = [talk.version, seat?.version ?? ''].sort().at(-1)
  return {
    id: talk.nameFor(viewer),
    ...(title !== undefined && { title }),
    ...(avatar !== undefined && { avatar }),
    ...(talk.kind !== 'direct' && { members: memberCount(talk) }),
    ...(seat !== undefined && kept.has('pinned') && { pinned: seat.pinned }),
    ...(seat !== undefined && kept.has('silenced') && { silenced: seat.silenced }),
    ...(seat !== undefined && kept.has('archived') && { archived: seat.archived }),
    ...(seat !== undefined && kept.has('markedUnread') && { markedUnread: seat.markedUnread }),
    ...(version !== undefined && version !== '' && { version }),
  }
}

/** A line of somebody's conversation list. */
export const entryFor = (world: World, talk: Talk, seat: Seat): ConversationEntry => {
  const last = lastListed(talk, seat)
  const { unread } = world.policy.capabilities
  const mark = seat.read.through
  return {
    ...properties(world, talk, seat.user),
    ...(last !== undefined && { last: messageFor(world, seat.user, talk, last) }),
    ...(unread === 'list' && {
      unread: {
        ...unreadOf(talk, seat),
        ...(last !== undefined && { asOf: positionOf(last.sequence) }),
        ...(mark > 0 && { mark: positionOf(mark) }),
      },
    }),
    activity: activityOf(talk, seat),
  }
}

/** Something about a conversation itself has changed: its settings, its title, how many are in it. */
export const entryNews = (world: World, talk: Talk): Announcement => ({
  fact: (viewer, origin) => ({ type: 'conversation', origin, entry: properties(world, talk, viewer) }),
})
