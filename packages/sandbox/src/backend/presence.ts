import type { Origin, Presence, PresenceFact, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Announcement } from './announcement.ts'
import type { Requests } from './backend.ts'
import type { Device } from './devices.ts'
import type { PresenceRecord } from './presenceRecord.ts'
import { noPresence } from './presenceRecord.ts'
import type { Asker, World } from './world.ts'

/** UTF-16 units of one's own words. */
const MAX_STATUS = 200

/**
 * From now on the device is told of these users and of no others, as long as it is attached. Those who aren't known are left out of the
 * answer, which is how the others are now. Throws `unsupported`.
 */
export const watchPresence = (world: World, { device }: Asker, { users }: Requests['watchPresence']['args']): readonly PresenceFact[] => {
  checkAbility(world)
  const known = [...new Set(users)].filter(user => world.accounts.get(user) !== undefined)
  if (device !== undefined) device.watching = new Set(known)
  return known.map(user => presenceFact(world, user, 'history'))
}

/** What a user is while any device of his is attached; without one he is offline whatever he wants. Throws `unsupported`, `tooLarge`. */
export const setPresence = (world: World, { user, device }: Asker, { presence }: Requests['setPresence']['args']): null => {
  checkAbility(world)
  const { state, status } = presence
  if (status !== undefined && status.length > MAX_STATUS) throw chatError('tooLarge', { path: 'presence.status', limit: MAX_STATUS })
  const record = world.presences.get(user) ?? noPresence
  world.presences.set(user, { ...record, wanted: { state, ...(status !== undefined && { status }) } })
  lookAt(world, user, device)
  return null
}

/** Tells who watches if somebody came, went or wants to be something else. `asker`: the device whose request it answers. */
export const lookAt = (world: World, user: UserId, asker?: Device): void => {
  const record = world.presences.get(user) ?? noPresence
  const shown = presenceNow(world, user, record)
  if (JSON.stringify(shown) === JSON.stringify(record.shown)) return
  world.presences.set(user, { ...record, shown, version: world.nextVersion() })
  for (const device of world.devices.attached()) if (device.watching.has(user)) tellPresence(world, user, device, device === asker)
}

/** A device that went on where it stopped still watches: how those are now whom it watches. */
export const tellWatched = (world: World, device: Device): void => {
  for (const user of device.watching) tellPresence(world, user, device, false)
}

const checkAbility = ({ policy }: World): void => {
  if (policy.capabilities.presence !== true) throw chatError('unsupported')
}

const presenceNow = (world: World, user: UserId, { wanted, shown }: PresenceRecord): Presence => {
  const state = [...world.devices.of(user)].some(({ listener }) => listener !== undefined) ? wanted.state : 'offline'
  const lastSeenAt = state !== 'offline' ? undefined : shown.state === 'offline' ? shown.lastSeenAt : world.now()
  return { ...wanted, state, ...(lastSeenAt !== undefined && { lastSeenAt }) }
}

/** Of the moment: whoever is away asks again. */
const tellPresence = (world: World, user: UserId, device: Device, echo: boolean): void => {
  const news: Announcement = { fact: (_viewer, origin) => presenceFact(world, user, origin), fleeting: true }
  world.devices.tellDevice(device, news, echo)
}

const presenceFact = (world: World, user: UserId, origin: Origin): PresenceFact => {
  const { shown, version } = world.presences.get(user) ?? noPresence
  return { type: 'presence', origin, user, presence: shown, ...(version !== '' && { version }) }
}
