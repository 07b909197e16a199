import type { UserId } from '@parlance/core'
import type { LinkFaults, Sandbox } from '@parlance/sandbox'
import type { EasemobBeside } from '../easemobBeside.ts'
import { people } from '../people/people.ts'
import { fillConversation } from './fillConversation.ts'
import type { Command } from './command.ts'
import { refuseNext } from './refuseNext.ts'
import type { Status } from './status.ts'

/** The knobs of a sandbox, and what they stand at. */
export interface Control {
  readonly status: () => Status
  /** Resolves when it is done: `quiet`, when it is quiet. */
  readonly run: (command: Command) => Promise<void>
}

export const createControl = (sandbox: Sandbox, path: string, easemob: EasemobBeside): Control => {
  const faults = new Map<UserId, LinkFaults>()
  const cut = new Set<UserId>()
  /** What takes a refusal back that nobody has run into yet. */
  const refusals = new Map<UserId, () => void>()
  const users = sandbox.backend.users()

  const nameOf = (user: UserId): string => people.find(({ id }) => id === user)?.name ?? user
  const named = (user: UserId): readonly UserId[] => (user === 'all' ? users : [user])

  const set = (user: UserId, now: LinkFaults): void => {
    // A user's own count more than those of all: what is set for all is set for each.
    for (const one of named(user)) {
      sandbox.faults.set(one, now)
      faults.set(one, now)
    }
  }

  return {
    status: () => ({
      path,
      easemob: easemob.address(),
      people: users.map(id => ({ id, name: nameOf(id), token: sandbox.token(id) })),
      readCountFor: sandbox.backend.capabilities.readCountFor ?? 'anyone',
      links: users.map(user => ({ user, faults: faults.get(user) ?? {}, cut: cut.has(user) })),
    }),
    run: async command => {
      switch (command.do) {
        case 'faults':
          set(command.user, command.faults)
          break
        case 'cut':
          for (const user of named(command.user)) cut.add(user)
          sandbox.faults.cut(command.user)
          break
        case 'restore':
          for (const user of named(command.user)) cut.delete(user)
          sandbox.faults.restore(command.user)
          break
        case 'restart':
          sandbox.faults.restart()
          break
        case 'clear':
          faults.clear()
          cut.clear()
          sandbox.faults.clear()
          break
        case 'quiet':
          await sandbox.quiet()
          break
        case 'easemob':
          await easemob.start()
          break
        case 'fill':
          fillConversation(sandbox.backend, command)
          break
        case 'refuse':
          refusals.get(command.user)?.()
          refusals.set(command.user, refuseNext(sandbox, command))
          break
        case 'readCounts':
          sandbox.backend.setPolicy({ readCountFor: command.for })
          break
        case 'recallWindow':
          sandbox.backend.setPolicy({ recall: { windowMs: command.ms } })
      }
    },
  }
}
