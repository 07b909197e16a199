import type { Transport, UserId } from '@parlance/core'
import { group, room } from '@parlance/core'
import type { ContractBackend } from '@parlance/core/testing'
import { createBackend } from '@parlance/sandbox'
import { easemob } from '../src/easemob.ts'
import { groups } from '../src/groups/groups.ts'
import { people } from '../src/people/people.ts'
import { reactions } from '../src/reactions/reactions.ts'
import { typing } from '../src/typing/typing.ts'
import type { SdkName } from '../test-server/sdk/loadSdk.ts'
import type { EasemobServer } from '../test-server/serveEasemob.ts'
import { serveEasemob } from '../test-server/serveEasemob.ts'
import { hurriedSdk } from './hurriedSdk.ts'
import { oddFrame } from './oddFrame.ts'
import { userNetworks } from './userNetworks.ts'

/** The adapter over a real SDK and the test server, as the contract kit plays on them. */
export const easemobContract = async (name: SdkName): Promise<ContractBackend & { readonly server: EasemobServer }> => {
  // Easemob stores twice what is sent twice.
  const backend = createBackend({ users: [], policy: { dedupe: 'none' } })
  const server = await serveEasemob({ backend })
  const networks = userNetworks()
  const sdk = hurriedSdk(name, networks)
  const asked = new Map<UserId, number>()
  let named = 0
  /** Easemob's ids are of letters and figures. */
  const legal = (wish: string): string => `${wish.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}${(++named).toString()}`

  const open = (user: UserId, device: string, credentials: () => string): Transport =>
    easemob({
      sdk,
      appKey: server.appKey,
      user,
      credentials,
      isHttpDNS: false,
      url: `${server.url}?user=${user}`,
      apiUrl: server.apiUrl,
      deviceId: device,
      isFixedDeviceId: false,
      heartBeatWait: 2_500,
      parts: [people, groups, reactions, typing],
    })

  return {
    server,
    capabilities: open('nobody', 'none', () => '').capabilities,
    makeUser(wish) {
      const id = legal(wish)
      backend.addUser(id)
      return id
    },
    makeGroup(members, wish = 'group') {
      const id = backend.users().includes(wish) ? wish : legal(wish)
      const [owner] = members
      backend.addGroup({ id, members, ...(owner !== undefined && { owner }) })
      return group(id)
    },
    makeRoom(wish) {
      const id = legal(wish)
      backend.addRoom({ id })
      return room(id)
    },
    open: (user, device) =>
      open(user, device, () => {
        asked.set(user, (asked.get(user) ?? 0) + 1)
        return server.token(user)
      }),
    network: networks,
    credentials: {
      wrong: user => open(user, 'stranger', () => 'wrong'),
      expire: backend.expireToken,
      asked: user => asked.get(user) ?? 0,
    },
    oddities: {
      garbage: user => networks.deliver(user, oddFrame()),
      unknownBody: (from, conversation) =>
        void backend.post(from, conversation, { type: 'unknown', original: { type: 'COMBINE', text: 'old' } }),
    },
    block: (user, other) => backend.block(user, other),
  }
}
