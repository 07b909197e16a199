import type { SandboxBackend } from '@parlance/sandbox'
import { friends } from '../people/people.ts'

/** Friends know each other; Erin would like to know some of them, and Dave asks two to swim. */
export const makeAcquainted = (backend: SandboxBackend): void => {
  for (const [index, { id }] of friends.entries()) {
    for (const { id: friend } of friends.slice(index + 1)) {
      backend.act(id, 'addContact', { user: friend })
      backend.act(friend, 'acceptContact', { user: id })
    }
  }
  backend.act('erin', 'addContact', { user: 'alice', message: 'We met at the boat yard. I have your second oar.' })
  backend.act('carol', 'addContact', { user: 'erin' })
  const swimmers = { kind: 'group', title: 'Swimming before breakfast', members: ['alice', 'bob'] } as const
  backend.act('dave', 'createGroup', { spec: swimmers })
}
