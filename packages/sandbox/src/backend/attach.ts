import type { ChatError } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Announcement } from './announcement.ts'
import type { Backend, BackendSession, Delivery, RequestName, Requests } from './backend.ts'
import type { Device, Listener } from './devices.ts'
import { blocklistNews } from './blocks.ts'
import { standingNews } from './membership.ts'
import { isRemoved, removalNews } from './removal.ts'
import { tellWatched } from './presence.ts'
import { readToken, writeToken } from './resumeToken.ts'
import type { Asker, World } from './world.ts'

/** Carries out a request of somebody; throws a `ChatError` when refused. */
export type Perform = <Name extends RequestName>(asker: Asker, name: Name, args: Requests[Name]['args']) => Requests[Name]['answer']

/** Attaches a device: what it missed since its token, if all of that is still here; else a gap, and what a list wouldn't tell. */
export const attach = (world: World, perform: Perform, options: Parameters<Backend['attach']>[0]): BackendSession => {
  const { user, credential, device: name, resume, deliver, ended } = options
  admit(world, user, credential)
  const since = resume === undefined ? undefined : readToken(resume)
  const device = world.devices.get(user, name)
  const listener: Listener = { deliver, ended }
  world.devices.attach(device, listener)

  const { queue } = device
  const resumed = since !== undefined && since.device === device.key && queue.reaches(since.number) && world.policy.capabilities.resume
  if (resumed) queue.forgetFleeting(since.number)
  const missed = resumed ? missedSince(device, since.number) : [...standing(world, user)].map(news => handOver(device, news))
  device.told = queue.last
  if (resumed) tellWatched(world, device)
  else device.watching = new Set()
  world.devices.pump()

  return {
    continuity: resumed ? 'whole' : 'gap',
    missed,
    request(request, args) {
      if (device.listener !== listener) throw chatError('unavailable', { effect: 'none', message: 'The session is over.' })
      return perform({ user, device }, request, args)
    },
    token: number => writeToken({ device: device.key, number }),
    detach() {
      if (device.listener === listener) world.devices.detach(device)
    },
  }
}

const admit = (world: World, user: string, credential: string | undefined): void => {
  if (credential !== undefined) world.accounts.check(user, credential)
  else if (world.accounts.get(user) === undefined) throw chatError('authRejected')
}

const missedSince = (device: Device, since: number): readonly Delivery[] => {
  const missed: Delivery[] = []
  for (let number = since + 1; number <= device.queue.last; number++) {
    const announcement = device.queue.at(number)?.announcement
    if (announcement === undefined) continue
    missed.push({ number, fact: announcement.fact(device.user, 'catchup') })
    announcement.handedOver?.(device.user)
  }
  return missed
}

const handOver = ({ user, queue }: Device, news: Announcement): Delivery => {
  queue.push({ announcement: news, echo: false })
  return { number: queue.last, fact: news.fact(user, 'catchup') }
}

/** How a user stands everywhere, what he took off his list, and whom he blocked: what may have changed while nobody kept note. */
function* standing(world: World, user: string): Generator<Announcement> {
  for (const talk of world.talks.of(user)) {
    const seat = talk.seats.get(user)
    if (seat === undefined) continue
    if (talk.kind !== 'direct') yield standingNews(talk, seat)
    if (isRemoved(talk, seat)) yield removalNews(talk, seat)
  }
  yield blocklistNews(world, user)
}

/** Ends every session of a user, or of all. */
export const endSessions = (world: World, users: Iterable<string>, error: ChatError): void => {
  for (const user of users)
    for (const device of [...world.devices.of(user)]) if (device.listener !== undefined) world.devices.end(device, error)
}
