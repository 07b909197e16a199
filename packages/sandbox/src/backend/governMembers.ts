import { chatError } from '@parlance/core'
import type { Requests } from './backend.ts'
import { checkBelow, governed, memberNamed } from './governing.ts'
import { announceStanding, broughtAbout, depart, withdraw } from './membership.ts'
import { tellNotice } from './notices.ts'
import type { Asker, World } from './world.ts'

/** Makes members go, and takes invitations back; who isn't there stays away. Throws `notFound` for who is no user. */
export const removeMembers = (world: World, asker: Asker, { conversation, users }: Requests['removeMembers']['args']): null => {
  const place = governed(world, asker, conversation, 'remove', 'admin')
  const seats = users.flatMap((user, index) => {
    if (world.accounts.get(user) === undefined)
      throw chatError('notFound', { path: `users[${index}]`, message: `There is no user ${user}.` })
    return place.talk.seats.get(user) ?? []
  })
  for (const seat of seats) if (seat.state === 'member') checkBelow(place, seat)
  for (const seat of seats) {
    if (seat.state === 'member') depart(world, place.talk, seat, 'removed', asker.user)
    else if (seat.state === 'invited') withdraw(world, place.talk, seat, 'removed', asker.user)
  }
  return null
}

/** Throws `notFound` for who isn't a member. */
export const mute = (world: World, asker: Asker, { conversation, user, muted }: Requests['mute']['args']): null => {
  const place = governed(world, asker, conversation, 'mute', 'admin')
  const seat = memberNamed(place, user)
  checkBelow(place, seat)
  if (seat.muted === muted) return null
  seat.muted = muted
  broughtAbout(seat, asker.user)
  announceStanding(world, place.talk, seat)
  tellNotice(world, place.talk, asker.user, { event: muted ? 'muted' : 'unmuted', users: [user] })
  return null
}

/** The owner's to do; who makes somebody else the owner is an admin then. Throws `notFound` for who isn't a member. */
export const setRole = (world: World, asker: Asker, { conversation, user, role }: Requests['setRole']['args']): null => {
  const { talk, ...place } = governed(world, asker, conversation, 'roles', 'owner')
  const seat = memberNamed({ talk, ...place }, user)
  if (seat.role === role) return null
  if (seat === place.seat) throw chatError('invalid', { path: 'user', message: 'Make somebody else the owner: that makes you an admin.' })
  const changed =
    role === 'owner'
      ? [
          { seat: place.seat, role: 'admin' as const },
          { seat, role },
        ]
      : [{ seat, role }]
  for (const one of changed) {
    one.seat.role = one.role
    broughtAbout(one.seat, asker.user)
    announceStanding(world, talk, one.seat)
    tellNotice(world, talk, asker.user, { event: 'roleChanged', users: [one.seat.user] })
  }
  return null
}
