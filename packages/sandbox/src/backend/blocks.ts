import type { BlocklistFact, Origin, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Announcement } from './announcement.ts'
import type { Requests } from './backend.ts'
import type { Device } from './devices.ts'
import { somebodyElse } from './somebodyElse.ts'
import type { Asker, World } from './world.ts'

const checkAbility = ({ policy }: World): void => {
  if (policy.capabilities.blocks !== true) throw chatError('unsupported')
}

export const blocklist = (world: World, { user }: Asker): BlocklistFact => {
  checkAbility(world)
  return wholeBlocklist(world, user, 'history')
}

export const block = (world: World, asker: Asker, { user }: Requests['block']['args']): null => change(world, asker, user, true)
export const unblock = (world: World, asker: Asker, { user }: Requests['unblock']['args']): null => change(world, asker, user, false)

const change = (world: World, { user, device }: Asker, named: UserId, blocked: boolean): null => {
  checkAbility(world)
  setBlocked(world, user, somebodyElse(world, user, named), blocked, device)
  return null
}

/** Changes whom a user wants nothing from, and tells his devices. Again is the same. `asker`: the device whose request it answers. */
export const setBlocked = (world: World, user: UserId, other: UserId, blocked: boolean, asker?: Device): void => {
  if (world.accounts.hasBlocked(user, other) === blocked) return
  const version = world.nextVersion()
  world.accounts.block(user, other, blocked, version)
  const list = blocked ? { blocked: [other] } : { unblocked: [other] }
  world.devices.tell([user], { fact: (_viewer, origin) => ({ type: 'blocklist', origin, ...list, version }) }, asker)
}

/** Everybody whom a user has blocked. */
export const blocklistNews = (world: World, user: UserId): Announcement => ({
  fact: (_viewer, origin) => wholeBlocklist(world, user, origin),
})

const wholeBlocklist = (world: World, user: UserId, origin: Origin): BlocklistFact => ({
  type: 'blocklist',
  origin,
  whole: true,
  ...world.accounts.blocklist(user),
})
