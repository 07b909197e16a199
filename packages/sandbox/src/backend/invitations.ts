import type { UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Requests } from './backend.ts'
import { governed } from './governing.ts'
import { announceStanding, broughtAbout, enter } from './membership.ts'
import type { Talk } from './talk.ts'
import type { Asker, World } from './world.ts'

/** Takes others in, or asks them to come, as the policy has it. Throws `notFound`, and `blocked` for who wants nothing of who asks. */
export const invite = (world: World, asker: Asker, { conversation, users }: Requests['invite']['args']): null => {
  const { talk } = governed(world, asker, conversation, 'invite', 'admin')
  checkComers(world, asker.user, users, 'users')
  takeIn(world, talk, asker.user, users)
  return null
}

/** All of them may be asked, or none is. */
export const checkComers = (world: World, asker: UserId, users: readonly UserId[], path: string): void => {
  for (const [index, user] of users.entries()) {
    if (world.accounts.get(user) === undefined)
      throw chatError('notFound', { path: `${path}[${index}]`, message: `There is no user ${user}.` })
    if (world.accounts.hasBlocked(user, asker)) throw chatError('blocked', { path: `${path}[${index}]` })
  }
}

/** Who is there already, or was asked, stays as they are. */
export const takeIn = (world: World, talk: Talk, by: UserId, users: readonly UserId[]): void => {
  for (const user of users) {
    const state = talk.seats.get(user)?.state
    if (state === 'member') continue
    if (!world.policy.invitations) enter(world, talk, user, 'member', by)
    else if (state !== 'invited') ask(world, talk, user, by)
  }
}

const ask = (world: World, talk: Talk, user: UserId, by: UserId): void => {
  const seat = world.talks.seat(talk, user, 'member', world.now())
  seat.state = 'invited'
  seat.role = 'member'
  seat.muted = false
  broughtAbout(seat, by)
  announceStanding(world, talk, seat)
}
