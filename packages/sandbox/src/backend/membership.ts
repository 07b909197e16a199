import type { MembershipFact, Origin, Role, UserId } from '@parlance/core'
import { chatError, conversationKind } from '@parlance/core'
import type { Announcement } from './announcement.ts'
import type { Requests } from './backend.ts'
import { entryNews } from './entries.ts'
import { tellNotice } from './notices.ts'
import { SERVER } from './judge.ts'
import { memberSeat, talkNamed } from './permissions.ts'
import type { Seat } from './seat.ts'
import type { Talk } from './talk.ts'
import { membersOf } from './talk.ts'
import type { Asker, World } from './world.ts'

/** Enters a room, or accepts an invitation. Else a group is entered only by being taken in: `forbidden`. Again is the same. */
export const join = (world: World, { user }: Asker, { conversation }: Requests['join']['args']): null => {
  const talk = talkNamed(world, user, conversation)
  const state = talk.seats.get(user)?.state
  if (state === 'member') return null
  if (talk.kind !== 'room' && state !== 'invited')
    throw chatError('forbidden', { path: 'conversation', message: 'Somebody has to take you in.' })
  enter(world, talk, user, 'member')
  return null
}

/** Leaves, or declines an invitation. If the owner leaves, the first of the admins becomes it, or else of the members. */
export const leave = (world: World, { user }: Asker, { conversation }: Requests['leave']['args']): null => {
  if (conversationKind(conversation) === 'direct') throw chatError('invalid', { path: 'conversation' })
  const talk = talkNamed(world, user, conversation)
  const seat = talk.seats.get(user)
  if (seat?.state === 'invited') withdraw(world, talk, seat, 'left')
  else {
    const own = memberSeat(talk, user)
    depart(world, talk, own, 'left')
    if (own.role === 'owner') succeed(world, talk)
  }
  return null
}

const succeed = (world: World, talk: Talk): void => {
  const members = [...membersOf(talk)]
  const heir = members.find(({ role }) => role === 'admin') ?? members[0]
  if (heir === undefined || members.some(({ role }) => role === 'owner')) return
  heir.role = 'owner'
  broughtAbout(heir, SERVER)
  announceStanding(world, talk, heir)
  tellNotice(world, talk, SERVER, { event: 'roleChanged', users: [heir.user] })
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
  broughtAbout(seat, by)
  announceStanding(world, talk, seat)
  announceTalk(world, talk)
  tellNotice(world, talk, by, { event: 'joined', users: [user] })
}

/** Somebody goes, or has to. */
export const depart = (world: World, talk: Talk, seat: Seat, state: 'left' | 'removed' | 'dissolved', by: UserId = seat.user): void => {
  withdraw(world, talk, seat, state, by)
  if (state === 'dissolved') return
  announceTalk(world, talk)
  tellNotice(world, talk, by, { event: state, users: [seat.user] })
}

/** The same of somebody who was only invited: that makes no row, and nobody less. */
export const withdraw = (world: World, talk: Talk, seat: Seat, state: 'left' | 'removed' | 'dissolved', by: UserId = seat.user): void => {
  seat.state = state
  broughtAbout(seat, by)
  announceStanding(world, talk, seat)
}

/** Ends a group or room, for all who are in it or invited. */
export const dissolveTalk = (world: World, talk: Talk, by: UserId): void => {
  const seats = [...talk.seats.values()]
  tellNotice(world, talk, by, { event: 'dissolved' })
  for (const seat of seats) if (seat.state === 'member') depart(world, talk, seat, 'dissolved', by)
  for (const seat of seats) if (seat.state === 'invited') withdraw(world, talk, seat, 'dissolved', by)
  talk.dissolved = true
}

/** Says who brought a standing about: nobody, where it was the user himself or whoever runs the server. */
export const broughtAbout = (seat: Seat, by: UserId): void => {
  seat.by = by === seat.user || by === SERVER ? undefined : by
}

/** Tells all members, and the one it is about. */
export const announceStanding = (world: World, talk: Talk, seat: Seat): void => {
  seat.standingVersion = world.nextVersion()
  world.devices.tell(new Set([...membersOf(talk)].map(({ user }) => user).concat(seat.user)), standingNews(talk, seat))
}

/** How somebody stands in a conversation now. */
export const standingNews = (talk: Talk, seat: Seat): Announcement => {
  const now = { ...seat }
  return { fact: (viewer, origin) => standingFact(talk, now, viewer, origin) }
}

export const standingFact = (
  talk: Talk,
  { user, state, role, muted, by, standingVersion: version }: Seat,
  viewer: UserId,
  origin: Origin,
): MembershipFact => ({
  type: 'membership',
  origin,
  membership: { conversation: talk.nameFor(viewer), user, state, role, muted, ...(by !== undefined && { by }) },
  ...(version !== '' && { version }),
})

/** Tells those in a new group or room that it is there, and who made it. */
export const tellFounded = (world: World, talk: Talk, by: UserId): void => {
  announceTalk(world, talk)
  for (const seat of membersOf(talk)) world.devices.tell([seat.user], standingNews(talk, seat))
  tellNotice(world, talk, by, { event: 'created' })
}

/** Tells all members its title, its picture and how many they are. */
export const announceTalk = (world: World, talk: Talk): void => {
  talk.version = world.nextVersion()
  world.devices.tell(
    [...membersOf(talk)].map(({ user }) => user),
    entryNews(world, talk),
  )
}
