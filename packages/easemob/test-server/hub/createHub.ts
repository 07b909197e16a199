import type { ChatError, Fact, UserId } from '@parlance/core'
import type { BackendSession, Delivery, SandboxBackend } from '@parlance/sandbox'
import { createAddresses } from '../conversations/addresses.ts'
import type { Told } from '../facts/told.ts'
import { tellings } from '../facts/tellings.ts'
import type { Codecs } from '../frames/codec.ts'
import { createEventIds } from '../frames/ids.ts'
import { createMailbox } from '../queues/mailbox.ts'
import { endOf } from '../refusals/endOf.ts'
import type { Device } from './device.ts'
import type { Actor, Hub } from './hub.ts'
import { learnStandings } from './learnStandings.ts'
import { createMarkBook } from './markBook.ts'
import { createStandings } from './standings.ts'
import { unreadOf } from './unreadOf.ts'

/** The device on which what nobody is there for waits until somebody logs in for the first time. */
const NOBODY = 'nobody'

export const createHub = (backend: SandboxBackend, codecs: Codecs): Hub => {
  const users = new Map<UserId, Map<string, Device>>()
  const eventId = createEventIds()
  let keys = 0
  let current: Actor | undefined
  let lastExtension: string | undefined

  const devicesOf = (user: UserId): Map<string, Device> => {
    const devices = users.get(user) ?? new Map<string, Device>()
    users.set(user, devices)
    return devices
  }

  const create = (user: UserId, resource: string): Device => {
    const device: Device = {
      user,
      resource,
      mailbox: createMailbox(() => ++keys),
      standings: createStandings(),
      watched: new Set(),
      missedCounts: new Map(),
      session: undefined,
      resume: undefined,
      link: undefined,
    }
    devicesOf(user).set(resource, device)
    return device
  }

  const tell = (device: Device, { queue, meta }: Told): void => {
    device.mailbox.put(queue, meta)
    device.link?.notice(queue)
  }

  const put = (device: Device, fact: Fact): void => {
    for (const told of tellings(hub, device, fact)) tell(device, told)
  }

  const take = (device: Device, session: BackendSession, { fact, number }: Delivery): void => {
    put(device, fact)
    device.resume = session.token(number)
  }

  /** Gives a device its place at the backend; what it has missed waits in its mailbox then. */
  const attach = (device: Device, credential: string | undefined): void => {
    const early: Delivery[] = []
    const seat: { taken?: BackendSession } = {}
    const session = backend.attach({
      user: device.user,
      device: device.resource,
      ...(credential !== undefined && { credential }),
      ...(device.resume !== undefined && { resume: device.resume }),
      deliver(delivery) {
        if (seat.taken === undefined) early.push(delivery)
        else if (device.session === seat.taken) take(device, seat.taken, delivery)
      },
      ended(error) {
        if (seat.taken !== undefined && device.session === seat.taken) end(device, error)
      },
    })
    seat.taken = session
    device.session = session
    if (session.continuity === 'gap') {
      learnStandings(session, device.standings)
      device.resume = session.token(session.missed.at(-1)?.number ?? 0)
    } else for (const delivery of session.missed) take(device, session, delivery)
    for (const delivery of early) take(device, session, delivery)
  }

  const end = (device: Device, error: ChatError): void => {
    // A token is asked for at the login and with REST calls: the socket of who has an old one stays.
    if (error.code === 'authExpired') return attach(device, undefined)
    const { link } = device
    device.session = undefined
    device.link = undefined
    const farewell = endOf(error, lastExtension)
    if (farewell === undefined) link?.drop()
    else link?.kick(farewell)
  }

  const detach = (device: Device): void => {
    device.session?.detach()
    device.session = undefined
    device.link = undefined
    // Moves to the end: the last of a user's devices is the one that left last.
    const devices = devicesOf(device.user)
    devices.delete(device.resource)
    devices.set(device.resource, device)
  }

  /** From now on what happens to a user waits, though he was never here. */
  const expect = (user: UserId): void => {
    if (devicesOf(user).size > 0) return
    const device = create(user, NOBODY)
    attach(device, undefined)
    detach(device)
  }

  /** A device that was never here: what waits for its user, while no other device of his is here, is for this one. */
  const welcome = (user: UserId, resource: string, token: string): Device => {
    const others = [...devicesOf(user).values()]
    const last = others.some(({ session }) => session !== undefined) ? undefined : others.at(-1)
    if (last !== undefined) {
      attach(last, token)
      detach(last)
    }
    const device = create(user, resource)
    // Somebody who was added while the server ran: nothing has waited for him so far.
    if (others.length === 0) for (const fact of unreadOf(hub, user)) put(device, fact)
    if (last === undefined) return device
    device.mailbox.takeFrom(last.mailbox)
    for (const [id, count] of last.missedCounts) device.missedCounts.set(id, count)
    last.missedCounts.clear()
    return device
  }

  const hub: Hub = {
    backend,
    codecs,
    addresses: createAddresses(backend),
    marks: createMarkBook(),
    get actor() {
      return current
    },
    eventId,
    logIn({ user, resource, token, link, extension }) {
      lastExtension = extension
      const known = users.get(user)?.get(resource)
      const device = known ?? welcome(user, resource, token)
      // It takes its own place: that the one before it ends there is no news. Who isn't let in takes nobody's.
      const before = { session: device.session, link: device.link }
      Object.assign(device, { session: undefined, link: undefined })
      try {
        attach(device, token)
      } catch (thrown) {
        Object.assign(device, before)
        if (known === undefined) devicesOf(user).delete(resource)
        throw thrown
      }
      device.link = link
      before.link?.drop()
      return device
    },
    leave(device, link) {
      if (device.link === link) detach(device)
    },
    devices: user => [...devicesOf(user).values()],
    tell,
    request(actor, name, args) {
      for (const user of backend.users()) expect(user)
      const before = current
      current = actor
      try {
        const session = actor.device?.session
        return session === undefined ? backend.act(actor.user, name, args) : session.request(name, args)
      } finally {
        current = before
      }
    },
  }
  for (const user of backend.users()) expect(user)
  return hub
}
