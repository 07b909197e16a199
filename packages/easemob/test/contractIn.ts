import type { Transport, UserId } from '@parlance/core'
import type { ContractBackend } from '@parlance/core/testing'
import { deletion } from '../src/deletion/deletion.ts'
import { easemob } from '../src/easemob.ts'
import { groups } from '../src/groups/groups.ts'
import { people } from '../src/people/people.ts'
import { reactions } from '../src/reactions/reactions.ts'
import type { SdkModule } from '../src/sdk/module.ts'
import { search } from '../src/search/search.ts'
import { settings } from '../src/settings/settings.ts'
import { typing } from '../src/typing/typing.ts'
import type { UserNetworks } from './userNetworks.ts'
import type { World } from './world.ts'

/** The adapter over a real SDK, in a world of its own, as the contract kit plays on it. */
export const contractIn = (world: World, sdk: SdkModule, networks: UserNetworks): ContractBackend => {
  const asked = new Map<UserId, number>()

  const open = (user: UserId, device: string, credentials: () => string | Promise<string>): Transport =>
    easemob({
      sdk,
      appKey: world.appKey,
      user,
      credentials,
      isHttpDNS: false,
      url: `${world.url}?user=${user}`,
      apiUrl: world.apiUrl,
      deviceId: device,
      isFixedDeviceId: false,
      heartBeatWait: 2_500,
      parts: [people, groups, reactions, typing, deletion, search, settings({ marks: { markedUnread: 0, archived: 1 } })],
    })

  return {
    capabilities: open('nobody', 'none', () => '').capabilities,
    makeUser: wish => world.makeUser(wish),
    makeGroup: (members, wish) => world.makeGroup(members, wish),
    makeRoom: wish => world.makeRoom(wish),
    open: (user, device) =>
      open(user, device, () => {
        asked.set(user, (asked.get(user) ?? 0) + 1)
        return world.token(user)
      }),
    network: networks,
    credentials: {
      wrong: user => open(user, 'stranger', () => 'wrong'),
      expire: user => world.expire(user),
      asked: user => asked.get(user) ?? 0,
    },
    oddities: {
      garbage: user => networks.deliver(user, new Uint8Array(world.oddFrame).buffer),
      unknownBody: (from, conversation) => world.sayUnknown(from, conversation),
    },
    block: (user, other) => world.block(user, other),
  }
}
