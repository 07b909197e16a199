import type { Sandbox } from '@parlance/sandbox'
import { createSandbox } from '@parlance/sandbox'
import { friends, people } from './people/people.ts'
import { createStoryClock } from './storyClock.ts'
import { tellStory } from './story/tellStory.ts'

export interface WorldOptions {
  /** Tokens and faults come from it. */
  readonly seed: string
  /** Where pages fetch an uploaded file. */
  readonly fileUrl: (id: string) => string
}

/** Of a file: 32 MiB. */
const MOST_BYTES = 32 * 1024 * 1024

/** Before anything of the story. */
const LONG_AGO_MS = 5 * 86_400_000

/** The sandbox in which all panels and tabs meet, with something said already. */
export const createWorld = ({ seed, fileUrl }: WorldOptions): Sandbox => {
  const clock = createStoryClock()
  clock.show(Date.now() - LONG_AGO_MS)
  const members = friends.map(({ id }) => id)
  const sandbox = createSandbox({
    seed,
    clock,
    users: people,
    groups: [
      { id: 'lake', title: 'Weekend at the lake', owner: 'alice', members },
      { id: 'boat', title: 'Boat', owner: 'bob', members: ['alice', 'carol'] },
    ],
    rooms: [
      { id: 'kitchen', title: 'Kitchen table', members, pastVisible: true },
      { id: 'attic', title: 'The attic', members, pastVisible: true },
      { id: 'garden', title: 'The garden', owner: 'dave', pastVisible: true },
    ],
    policy: { fileUrl, history: { maxPage: 250 }, attachments: { maxBytes: MOST_BYTES }, notices: true, invitations: true },
  })
  tellStory(sandbox.backend, clock)
  return sandbox
}
