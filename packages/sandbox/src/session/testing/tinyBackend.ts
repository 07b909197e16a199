import type { ChatError, Clock, Fact, ResumeToken, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import { createSessionTransport } from '@parlance/websocket'
import type { Backend, BackendSession, Delivery, RequestName, Requests } from '../../backend/backend.ts'

type Handlers = { [Name in RequestName]?: (args: Requests[Name]['args'], user: UserId) => Requests[Name]['answer'] }

/** Facts by hand, requests by hand: the smallest thing that a session can be served from. */
export interface TinyBackend extends Backend {
  readonly handlers: Handlers
  /** Credentials that are good; a user's own name unless changed. */
  readonly tokens: Map<UserId, string>
  /** Tells every device of a user. */
  tell(user: UserId, fact: Fact): void
  /** Ends every session of a user. */
  end(user: UserId, error: ChatError): void
  /** Forgets what was told: the next resume has a gap. */
  forget(): void
  /** Seats that are taken: a device may have several. */
  readonly attached: number
}

interface Device {
  last: number
  log: Delivery[]
  readonly listeners: Set<{ deliver(delivery: Delivery): void; ended(error: ChatError): void }>
}

export const tinyBackend = (clock: Clock): TinyBackend => {
  const devices = new Map<string, Device & { user: UserId }>()
  const handlers: Handlers = {}
  const tokens = new Map<UserId, string>()
  const of = (user: UserId) => [...devices.values()].filter(device => device.user === user)

  return {
    handlers,
    tokens,
    capabilities: createSessionTransport({
      name: '',
      self: 'x',
      open: () => ({ send() {}, close() {}, buffered: 0 }),
      credentials: () => '',
    }).capabilities,
    now: () => clock.now(),
    get attached() {
      return [...devices.values()].reduce((sum, { listeners }) => sum + listeners.size, 0)
    },
    tell(user, fact) {
      for (const device of of(user)) {
        const delivery = { number: ++device.last, fact }
        device.log.push(delivery)
        for (const listener of device.listeners) listener.deliver(delivery)
      }
    },
    end(user, error) {
      for (const device of of(user)) {
        const listeners = [...device.listeners]
        device.listeners.clear()
        for (const listener of listeners) listener.ended(error)
      }
    },
    forget() {
      for (const device of devices.values()) device.log = []
    },
    attach({ user, device: name, credential, resume, deliver, ended }): BackendSession {
      if (credential !== undefined && credential !== (tokens.get(user) ?? user)) throw chatError('authRejected')
      const key = JSON.stringify([user, name])
      const device = devices.get(key) ?? { user, last: 0, log: [], listeners: new Set() }
      devices.set(key, device)
      const since = typeof resume === 'number' ? resume : undefined
      const first = device.log[0]?.number ?? device.last + 1
      const whole = since !== undefined && since >= first - 1
      const listener = { deliver, ended }
      device.listeners.add(listener)
      return {
        continuity: whole ? 'whole' : 'gap',
        missed: whole ? device.log.filter(({ number }) => number > since) : [],
        request(request, args) {
          const handler = handlers[request]
          if (handler === undefined) throw chatError('unsupported')
          return handler(args, user)
        },
        token: (number): ResumeToken => number,
        detach() {
          device.listeners.delete(listener)
        },
      }
    },
    file: () => undefined,
  }
}
