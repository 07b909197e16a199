import type { ChatError, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Announcement } from './announcement.ts'
import type { Delivery } from './backend.ts'
import type { DeviceQueue } from './deviceQueue.ts'
import { createDeviceQueue } from './deviceQueue.ts'
import type { Policy } from './policy.ts'

/** Who listens on an attached device. */
export interface Listener {
  deliver(delivery: Delivery): void
  ended(error: ChatError): void
}

/** One device of one user, attached or away. */
export interface Device {
  readonly user: UserId
  readonly name: string
  /** Names it in resume tokens. No other device has had it, forgotten ones included. */
  readonly key: string
  readonly queue: DeviceQueue
  listener: Listener | undefined
  /** The last number handed over. */
  told: number
  /** Whose presence it wants to hear of. */
  watching: ReadonlySet<UserId>
}

/** Everybody's devices, and what they are to be told. */
export interface Devices {
  /** A device by name, known from now on. */
  get(user: UserId, name: string): Device
  known(user: UserId, name: string): Device | undefined
  of(user: UserId): Iterable<Device>
  /** Those of everybody that are attached now. */
  attached(): Iterable<Device>
  attach(device: Device, listener: Listener): void
  detach(device: Device): void
  /** Ends a device's session and says why. */
  end(device: Device, error: ChatError): void
  /** Puts something in the queue of each device of some users. `asker`: the device whose request it answers. */
  tell(users: Iterable<UserId>, announcement: Announcement, asker?: Device): void
  tellDevice(device: Device, announcement: Announcement, echo: boolean): void
  /** Hands over what is in the queues of attached devices. */
  pump(): void
}

/** Devices remembered for one user; those away longest are forgotten first. */
const MAX_KNOWN = 64

/** `moved`: a device of this user came or went. */
export const createDevices = (policy: () => Policy, instance: string, moved: (user: UserId) => void): Devices => {
  const byUser = new Map<UserId, Map<string, Device>>()
  const waiting = new Set<Device>()
  const attached = new Set<Device>()
  let made = 0
  let pumping = false

  const of = (user: UserId): Iterable<Device> => byUser.get(user)?.values() ?? []

  const create = (user: UserId, name: string): Device => ({
    user,
    name,
    key: `${instance}-${++made}`,
    queue: createDeviceQueue(() => policy().queue),
    listener: undefined,
    told: 0,
    watching: new Set(),
  })

  const detach = (device: Device): void => {
    device.listener = undefined
    waiting.delete(device)
    attached.delete(device)
    moved(device.user)
  }
  const end = (device: Device, error: ChatError): void => {
    const { listener } = device
    detach(device)
    listener?.ended(error)
  }

  const tellDevice = (device: Device, announcement: Announcement, echo: boolean): void => {
    if (announcement.fleeting === true && device.listener === undefined) return
    device.queue.push({ announcement, echo })
    if (device.listener !== undefined) waiting.add(device)
  }

  const handOver = (device: Device): void => {
    while (device.listener !== undefined && device.told < device.queue.last) {
      const number = ++device.told
      const queued = device.queue.at(number)
      // Dropped before it was handed over: more at once than the queue holds.
      if (queued === undefined) return end(device, chatError('unavailable', { message: 'Too much at once.' }))
      const { announcement, echo } = queued
      device.listener.deliver({ number, fact: announcement.fact(device.user, echo ? 'echo' : 'live') })
      announcement.handedOver?.(device.user)
    }
  }

  return {
    of,
    attached: () => attached,
    end,
    detach,
    known: (user, name) => byUser.get(user)?.get(name),
    get(user, name) {
      const devices = byUser.get(user) ?? new Map<string, Device>()
      byUser.set(user, devices)
      const device = devices.get(name) ?? create(user, name)
      // Moves to the end: the first in the map is the one that came back longest ago.
      devices.delete(name)
      devices.set(name, device)
      for (const [old, { listener }] of devices) if (devices.size > MAX_KNOWN && listener === undefined && old !== name) devices.delete(old)
      return device
    },
    attach(device, listener) {
      if (device.listener !== undefined) end(device, chatError('replacedElsewhere'))
      const others = [...of(device.user)].filter(other => other.listener !== undefined)
      const surplus = others.length + 1 - policy().devices
      for (const other of others.slice(0, Math.max(0, surplus))) end(other, chatError('replacedElsewhere'))
      device.listener = listener
      attached.add(device)
      moved(device.user)
    },
    tell(users, announcement, asker) {
      for (const user of users) for (const device of of(user)) tellDevice(device, announcement, device === asker)
    },
    tellDevice,
    pump() {
      // A listener may ask for something at once: what comes of it waits for its turn, so that each device sees one order.
      if (pumping) return
      pumping = true
      try {
        for (const device of waiting) {
          handOver(device)
          if (device.told >= device.queue.last) waiting.delete(device)
        }
      } finally {
        pumping = false
      }
    },
  }
}
