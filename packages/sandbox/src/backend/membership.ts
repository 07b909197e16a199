import type { Role, UserId } from '@parlance/core'
import { chatError, conversationKind } from '@parlance/core'
import type { Announcement } from './announcement.ts'
import type { Requests } from './backend.ts'
import { entryNews } from './entries.ts'
import { tellNotice } from './notices.ts'
import { placeOf, talkNamed } from './permissions.ts'
import type { Seat } from './seat.ts'
import type { Talk } from './talk.ts'
import { membersOf } from './talk.ts'
import type { Asker, World } from './world.ts'

/** Enters a room. A group is entered only by being taken in: `forbidden`. Again is the same. */
export const join = (world: World, { user }: Asker, { conversation }: Requests['join']['args']): null => {
  const talk = talkNamed(world, user, conversation)
  if (talk.seats.get(user)?.state === 'member') return null
  if (talk.kind !== 'room') throw chatError('forbidden', { path: 'conversation', message: 'Somebody has to take you in.' })
  enter(world, talk, user, 'member')
  return null
}

export const leave = (world: World, { user }: Asker, { conversation }: Requests['leave']['args']): null => {
  if (conversationKind(conversation) === 'direct') throw chatError('invalid', { path: 'conversation' })
  const { talk, seat } = placeOf(world, user, conversation)
  depart(world, talk, seat, 'left')
  return null
}

/** Somebody comes, or comes back. What was before isn't unread, and may not be in sight. */
export const enter = (world: World, talk: Talk, user: UserId, role: Role, by: UserId = user): void => {
  const seat = talk.seats.get(user) ?? world.talks.seat(talk, user, role, world.now())
  const { head } = talk.log
  seat.state = 'member'
  seat.role = role
  seat.muted = false
  seat.joinedAt = world.now()
  seat.removedThrough = undefined
  seat.read.skip(head)
  seat.delivered.skip(head)
  if (!talk.pastVisible) seat.floor = head
  announceStanding(world, talk, seat)
  announceCount(world, talk)
  tellNotice(world, talk, by, { event: 'joined', users: [user] })
}

/** Somebody goes, or has to. */
export const depart = (world: World, talk: Talk, seat: Seat, state: 'left' | 'removed' | 'dissolved', by: UserId = seat.user): void => {
  seat.state = state
  announceStanding(world, talk, seat)
  if (state === 'dissolved') return
  announceCount(world, talk)
  tellNotice(world, talk, by, { event: state, users: [seat.user] })
}

/** Tells all members, and the one it is about. */
export const announceStanding = (world: World, talk: Talk, seat: Seat): void => {
  seat.standingVersion = world.nextVersion()
  world.devices.tell(new Set([...membersOf(talk)].map(({ user }) => user).concat(seat.user)), standingNews(talk, seat))
}

/** How somebody stands in a conversation now. */
export const standingNews = (talk: Talk, { user, state, role, muted, standingVersion: version }: Seat): Announcement => ({
  fact: (viewer, origin) => ({
    type: 'membership',
    origin,
    membership: { conversation: talk.nameFor(viewer), user, state, role, muted },
    ...(version !== '' && { version }),
  }),
})

/** Tells those in a new group or room that it is there, and who made it. */
export const tellFounded = (world: World, talk: Talk, by: UserId): void => {
  announceCount(world, talk)
  for (const seat of membersOf(talk)) world.devices.tell([seat.user], standingNews(talk, seat))
  tellNotice(world, talk, by, { event: 'created' })
}

const announceCount = (world: World, talk: Talk): void => {
  talk.version = world.nextVersion()
  world.devices.tell(
    [...membersOf(talk)].map(({ user }) => user),
    entryNews(world, talk),
  )
}
