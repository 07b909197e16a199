import type { Sandbox } from '@parlance/sandbox'
import { createSandbox } from '@parlance/sandbox'
import { createStoryClock } from './storyClock.ts'
import { tellStory } from './story/tellStory.ts'

export interface WorldOptions {
  /** Tokens and faults come from it. */
  readonly seed: string
  /** Where pages fetch an uploaded file. */
  readonly fileUrl: (id: string) => string
}

/** Who there is, by id. */
export const names: ReadonlyMap<string, string> = new Map([
  ['alice', 'Alice'],
  ['bob', 'Bob'],
  ['carol', 'Carol'],
  ['dave', 'Dave'],
])

/** Before anything of the story. */
const LONG_AGO_MS = 5 * 86_400_000

/** The sandbox in which all panels and tabs meet, with something said already. */
export const createWorld = ({ seed, fileUrl }: WorldOptions): Sandbox => {
  const clock = createStoryClock()
  clock.show(Date.now() - LONG_AGO_MS)
  const members = [...names.keys()]
  const sandbox = createSandbox({
    seed,
    clock,
    users: [...names].map(([id, name]) => ({ id, name })),
    groups: [
      { id: 'lake', title: 'Weekend at the lake', owner: 'alice', members },
      { id: 'boat', title: 'Boat', owner: 'bob', members: ['alice', 'carol'] },
    ],
    rooms: [
      { id: 'kitchen', title: 'Kitchen table', members, pastVisible: true },
      { id: 'attic', title: 'The attic', members, pastVisible: true },
    ],
    policy: { fileUrl, history: { maxPage: 250 }, notices: true },
  })
  tellStory(sandbox.backend, clock)
  return sandbox
}
