import type { ChatError, UserId } from '@parlance/core'
import type { BackendSession, Delivery, RequestName, Requests, SandboxBackend } from '@parlance/sandbox'
import type { Addresses } from '../conversations/addresses.ts'
import { createAddresses } from '../conversations/addresses.ts'
import type { Codecs } from '../frames/codec.ts'
import { createEventIds } from '../frames/ids.ts'
import type { KeyValue } from '../frames/keyValue.ts'
import type { Link } from '../link/link.ts'
import { createMailbox } from '../queues/mailbox.ts'
import { tellings } from '../facts/tellings.ts'
import { endOf } from '../refusals/endOf.ts'
import { learnStandings } from './learnStandings.ts'
import type { Device } from './device.ts'
import { createStandings } from './standings.ts'

/** Who does something just now, and what goes with it that the backend doesn't pass on. */
export interface Actor {
  readonly user: UserId
  readonly device?: Device | undefined
  /** What a reader wrote beside a receipt. */
  readonly content?: string | undefined
  /** What goes in the envelope of a recall. */
  readonly ext?: readonly KeyValue[] | undefined
}

export interface Login {
  readonly user: UserId
  readonly resource: string
  readonly token: string
  readonly link: Link
  /** For the devices whose place it takes. */
  readonly extension: string | undefined
}

/** Everything behind the sockets and the REST routes: who is there on which device, and what waits for them. */
export interface Hub {
  readonly backend: SandboxBackend
  readonly codecs: Codecs
  readonly addresses: Addresses
  /** Whose request is being carried out. */
  readonly actor: Actor | undefined
  readonly eventId: () => string
  /** Throws the `ChatError` with which the backend refuses. */
  logIn(login: Login): Device
  /** A device's link is gone: the backend keeps what happens from now on. */
  leave(device: Device, link: Link): void
  /** Those of a user, linked or away. */
  devices(user: UserId): readonly Device[]
  /** Has somebody do something. Throws the `ChatError` with which it is refused. */
  request<Name extends RequestName>(actor: Actor, name: Name, args: Requests[Name]['args']): Requests[Name]['answer']
}

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

  const take = (device: Device, session: BackendSession, { fact, number }: Delivery): void => {
    for (const { queue, meta } of tellings(hub, device, fact)) {
      device.mailbox.put(queue, meta)
      device.link?.notice(queue)
    }
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
    get actor() {
      return current
    },
    eventId,
    logIn({ user, resource, token, link, extension }) {
      lastExtension = extension
      const known = users.get(user)?.get(resource)
      if (known?.link !== undefined) {
        known.link.drop()
        detach(known)
      }
      const device = known ?? welcome(user, resource, token)
      attach(device, token)
      device.link = link
      return device
    },
    leave(device, link) {
      if (device.link === link) detach(device)
    },
    devices: user => [...devicesOf(user).values()],
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
