import type { Body, UserId } from '@parlance/core'
import { group, room } from '@parlance/core'
import type { ContractBackend } from '@parlance/core/testing'
import { createWebSocketTransport } from '@parlance/websocket'
import { createBackend } from '../src/backend/createBackend.ts'
import type { SandboxPolicy } from '../src/backend/policy.ts'
import type { SandboxServer } from '../src/server/serveSandbox.ts'
import { serveSandbox } from '../src/server/serveSandbox.ts'
import { freshNames } from './freshNames.ts'
import type { TcpGate } from './tcpGate.ts'
import { openTcpGate } from './tcpGate.ts'

/** The sandbox's server, reached over real sockets through a gate per user, as the contract kit plays on it. */
export interface WebSocketContract extends ContractBackend {
  start(): Promise<void>
  stop(): Promise<void>
}

/** A text frame of RFC 6455 from a server. */
const textFrame = (text: string): Uint8Array => Buffer.concat([Buffer.from([0x81, text.length]), Buffer.from(text)])

export const webSocketContract = (policy: SandboxPolicy): WebSocketContract => {
  const place: { server?: SandboxServer } = {}
  const url = (): string => place.server?.url ?? ''
  const backend = createBackend({
    users: [],
    policy: { fileUrl: id => `${url().replace('ws', 'http')}files/${id}`, ...policy },
  })
  const gates = new Map<UserId, TcpGate>()
  const asked = new Map<UserId, number>()
  const [user, shared] = [freshNames(), freshNames()]

  const gateOf = (self: UserId): TcpGate => {
    const gate = gates.get(self)
    if (gate === undefined) throw new Error(`${self} is nobody of this contract's.`)
    return gate
  }
  const addressOf = (self: UserId): string => `ws://127.0.0.1:${gateOf(self).port}/`

  return {
    capabilities: backend.capabilities,
    async start() {
      place.server = await serveSandbox({ backend })
    },
    async stop() {
      await place.server?.close()
      await Promise.all([...gates.values()].map(gate => gate.close()))
    },
    async makeUser(wish) {
      const id = user(wish)
      backend.addUser(id)
      gates.set(id, await openTcpGate(Number(new URL(url()).port)))
      return id
    },
    makeGroup(members, wish = 'group') {
      const id = shared(wish)
      const [owner] = members
      backend.addGroup({ id, members, ...(owner !== undefined && { owner }) })
      return group(id)
    },
    makeRoom(wish) {
      const id = shared(wish)
      backend.addRoom({ id })
      return room(id)
    },
    open: (self, device) =>
      createWebSocketTransport({
        url: addressOf(self),
        user: self,
        device,
        credentials() {
          asked.set(self, (asked.get(self) ?? 0) + 1)
          return backend.token(self)
        },
      }),
    network: {
      cut: self => gateOf(self).cut(),
      silence: self => gateOf(self).silence(),
      restore: self => gateOf(self).restore(),
    },
    credentials: {
      wrong: self => createWebSocketTransport({ url: addressOf(self), user: self, token: 'wrong' }),
      expire: self => backend.expireToken(self),
      asked: self => asked.get(self) ?? 0,
    },
    oddities: {
      garbage: self => gateOf(self).inject(textFrame('{"t":"da')),
      unknownBody: (from, conversation) => void backend.post(from, conversation, { type: 'hologram', size: 3 } as unknown as Body),
    },
    block: (self, other) => backend.block(self, other),
    notice(conversation, member) {
      backend.setPolicy({ notices: true })
      backend.mute(conversation, member, false)
      backend.setPolicy({ notices: false })
    },
  }
}
