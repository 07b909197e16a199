import type { Body, UserId } from '@parlance/core'
import { group, room } from '@parlance/core'
import type { ContractBackend } from '@parlance/core/testing'
import { testClock } from '@parlance/core/testing'
import type { SandboxPolicy } from '../src/backend/policy.ts'
import { createSandbox } from '../src/createSandbox.ts'
import { freshNames } from './freshNames.ts'

/** Frames take a while, so that a link can be cut while one is on its way. */
const usual = { latencyMs: 3 }

/** The sandbox in memory as the contract kit plays on it. */
export const sandboxContract = (policy: SandboxPolicy): ContractBackend => {
  const clock = testClock()
  const sandbox = createSandbox({ users: [], policy, clock })
  const { backend, faults } = sandbox
  const asked = new Map<UserId, number>()
  const [user, shared] = [freshNames(), freshNames()]
  faults.set('all', usual)

  return {
    capabilities: backend.capabilities,
    advance: ms => clock.advance(ms),
    makeUser(wish) {
      const id = user(wish)
      backend.addUser(id)
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
      sandbox.transport(self, {
        device,
        credential() {
          asked.set(self, (asked.get(self) ?? 0) + 1)
          return backend.token(self)
        },
      }),
    network: {
      cut: faults.cut,
      silence: self => faults.set(self, { loss: 1 }),
      restore(self) {
        faults.set(self, usual)
        faults.restore(self)
      },
    },
    credentials: {
      wrong: self => sandbox.transport(self, { credential: 'wrong' }),
      expire: backend.expireToken,
      asked: self => asked.get(self) ?? 0,
    },
    oddities: {
      garbage: faults.garble,
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
