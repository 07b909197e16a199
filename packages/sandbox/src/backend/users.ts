import type { User } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Requests } from './backend.ts'
import type { Asker, World } from './world.ts'

/** Names and pictures of those who are known; whoever has no name is called by the id. Throws `unsupported`. */
export const users = (world: World, _asker: Asker, { ids }: Requests['users']['args']): readonly User[] => {
  if (world.policy.capabilities.users !== true) throw chatError('unsupported')
  return [...new Set(ids)].flatMap(id => {
    const spec = world.accounts.get(id)
    return spec === undefined ? [] : [{ id, name: spec.name ?? id, ...(spec.avatar !== undefined && { avatar: spec.avatar }) }]
  })
}
