import type { UserId } from '@parlance/core'
import type { SandboxBackend } from '@parlance/sandbox'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Root } from 'protobufjs'
import { WebSocketServer } from 'ws'
import type { Faults, Plan } from './faults/faults.ts'
import { createWeather } from './faults/weather.ts'
import { createCodecs } from './frames/codec.ts'
import type { StatisticsBody } from './frames/statistics.ts'
import { createHub } from './hub/createHub.ts'
import { serveConnection } from './link/connection.ts'
import { serveRest } from './rest/serveRest.ts'
import { readDescriptor } from './sdk/descriptor.ts'

export interface ServeEasemobOptions {
  /** What is behind it: users, groups, history, permissions. Its files get URLs of this server. */
  readonly backend: SandboxBackend
  /** Default: any that is free. */
  readonly port?: number
  /** As clients are given it. Default `parlance#test`. */
  readonly appKey?: string
  /** The wire, if the SDK's own description of it is at hand already. */
  readonly descriptor?: Root
  readonly faults?: Faults
  /** The same seed gives the same faults. Default 1. */
  readonly seed?: number
  /** When a user's token expires, milliseconds since 1970: told at login, so that the client can count down. Default: not told. */
  readonly tokenExpiry?: (user: UserId) => number | undefined
}

/** Why a device is told to go. */
export type KickReason = 'removed' | 'otherDevice' | 'password' | 'kicked'

export interface EasemobServer {
  /** For the SDK's `url`. */
  readonly url: string
  /** For the SDK's `apiUrl`. */
  readonly apiUrl: string
  readonly appKey: string
  /** The token that is good for a user now. */
  token(user: UserId): string
  /** Cuts the sockets of a user, or of everybody, as a bad network would. */
  drop(user?: UserId): void
  /** Tells a user's devices, or one of them, to go, and why. */
  kick(user: UserId, reason: KickReason, resource?: string): void
  /** The devices of a user that are linked, as they call themselves. */
  devices(user: UserId): readonly string[]
  /** From now on, in place of the faults there were. */
  setFaults(faults: Faults): void
  /** Strikes one frame. */
  plan(plan: Plan): void
  close(): Promise<void>
}

const operations: Readonly<Record<KickReason, StatisticsBody['operation'] & string>> = {
  removed: 'USER_REMOVED',
  otherDevice: 'USER_LOGIN_ANOTHER_DEVICE',
  password: 'USER_KICKED_BY_CHANGE_PASSWORD',
  kicked: 'USER_KICKED_BY_OTHER_DEVICE',
}

/**
 * Serves a sandbox's backend over the wire that the Easemob and Agora SDKs speak: frames over WebSocket, and REST.
 * @example
 * const server = await serveEasemob({ backend: createBackend({ users: ['alice', 'bob'] }) })
 * const connection = new sdk.connection({ appKey: server.appKey, url: server.url, apiUrl: server.apiUrl, isHttpDNS: false })
 * await connection.open({ user: 'alice', accessToken: server.token('alice') })
 */
export const serveEasemob = async (options: ServeEasemobOptions): Promise<EasemobServer> => {
  const { backend, port = 0, appKey = 'parlance#test', descriptor = readDescriptor(), faults = {}, seed = 1, tokenExpiry } = options
  const hub = createHub(backend, createCodecs(descriptor))
  const weather = createWeather(seed, faults)
  const http = createServer((request, response) => {
    void serveRest(hub, apiUrl, request, response)
  })
  const sockets = new WebSocketServer({ server: http })
  sockets.on('connection', socket => serveConnection({ hub, socket, weather, expiry: user => tokenExpiry?.(user) }))
  http.listen(port, '127.0.0.1')
  await once(http, 'listening')
  const host = `127.0.0.1:${portOf(http.address())}`
  const apiUrl = `http://${host}`
  backend.setPolicy({ fileUrl: id => `${apiUrl}/${appKey.replace('#', '/')}/chatfiles/${id}` })

  const linksOf = (user: UserId | undefined) =>
    (user === undefined ? backend.users() : [user])
      .flatMap(one => hub.devices(one))
      .flatMap(({ resource, link }) => (link ? [{ resource, link }] : []))

  return {
    url: `ws://${host}/websocket`,
    apiUrl,
    appKey,
    token: user => backend.token(user),
    drop(user) {
      for (const { link } of linksOf(user)) link.drop()
    },
    kick(user, reason, resource) {
      for (const one of linksOf(user)) if ((resource ?? one.resource) === one.resource) one.link.kick({ operation: operations[reason] })
    },
    devices: user => linksOf(user).map(({ resource }) => resource),
    setFaults: next => weather.set(next),
    plan: plan => weather.plan(plan),
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      http.closeAllConnections()
      http.close()
      await once(http, 'close')
    },
  }
}

const portOf = (address: AddressInfo | string | null): number => {
  if (address === null || typeof address === 'string') throw new TypeError('The server has no port.')
  return address.port
}
