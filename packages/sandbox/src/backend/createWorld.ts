import type { Clock, ConversationKind, Role } from '@parlance/core'
import { group, room } from '@parlance/core'
import { createAccounts } from './accounts.ts'
import type { BackendOptions, SharedSpec } from './backendOptions.ts'
import { createContactBook } from './contactBook.ts'
import { createDevices } from './devices.ts'
import { createFiles } from './files.ts'
import { createMessageIndex } from './messageIndex.ts'
import type { Policy, SandboxPolicy } from './policy.ts'
import { resolvePolicy } from './policy.ts'
import { lookAt } from './presence.ts'
import { createRateLimit } from './rateLimit.ts'
import { sha256Text } from './sha256.ts'
import type { Talk } from './talk.ts'
import { createTalks } from './talks.ts'
import type { World } from './world.ts'

/** A world that can be told to change its mind and to catch up. */
export interface RunningWorld extends World {
  setPolicy(change: Partial<SandboxPolicy>): void
  /** Does what was put off. */
  catchUp(): void
}

export const createWorld = (options: BackendOptions, clock: Clock): RunningWorld => {
  const seed = JSON.stringify(options.seed ?? 'parlance')
  // Tokens of a run before this one mean nothing here.
  const instance = sha256Text(`${seed} ${clock.now()}`).slice(0, 12)
  let asked = options.policy ?? {}
  let policy: Policy = resolvePolicy(asked)
  const current = (): Policy => policy
  let versions = 0
  let marks = 0
  let ids = 0
  let putOff: (() => void)[] = []

  const catchUp = (): void => {
    for (let due = putOff; due.length > 0; due = putOff) {
      putOff = []
      for (const run of due) run()
    }
    world.devices.pump()
  }

  const world: RunningWorld = {
    get policy() {
      return policy
    },
    setPolicy(change) {
      asked = { ...asked, ...change }
      policy = resolvePolicy(asked)
    },
    accounts: createAccounts(current, seed),
    contacts: createContactBook(),
    presences: new Map(),
    talks: createTalks(),
    index: createMessageIndex(policy.capabilities.ids),
    devices: createDevices(current, instance, user => world.later(() => lookAt(world, user))),
    files: createFiles(current, seed),
    rateLimit: createRateLimit(current),
    now: () => clock.now(),
    nextVersion: () => (++versions).toString().padStart(12, '0'),
    nextMark: () => ++marks,
    nextId: () => `m${++ids}`,
    later(run) {
      if (putOff.length === 0) clock.microtask(catchUp)
      putOff.push(run)
    },
    catchUp,
  }
  populate(world, options)
  return world
}

const populate = (world: World, { users, groups = [], rooms = [] }: BackendOptions): void => {
  for (const user of users) world.accounts.add(typeof user === 'string' ? { id: user } : user)
  for (const spec of groups) foundShared(world, 'group', spec)
  for (const spec of rooms) foundShared(world, 'room', spec)
}

/** Makes a group or room and seats its members; nobody is told. */
export const foundShared = (world: World, kind: Exclude<ConversationKind, 'direct'>, spec: SharedSpec): Talk => {
  const { id, title, avatar, members = [], owner, admins = [], pastVisible = kind === 'group' } = spec
  const conversation = kind === 'group' ? group(id) : room(id)
  const talk = world.talks.found(conversation, { title, avatar, pastVisible })
  const roleOf = (user: string): Role => (user === owner ? 'owner' : admins.includes(user) ? 'admin' : 'member')
  const everybody = new Set([...(owner === undefined ? [] : [owner]), ...admins, ...members])
  for (const user of everybody) {
    if (world.accounts.get(user) === undefined)
      throw new TypeError(`${conversation} has a member ${JSON.stringify(user)} who is no user: name all users.`)
    world.talks.seat(talk, user, roleOf(user), world.now())
  }
  return talk
}
