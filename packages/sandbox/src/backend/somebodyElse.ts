import type { UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { World } from './world.ts'

/** Somebody else by the id that a request names. Throws `notFound`, and `invalid` for who asks himself. */
export const somebodyElse = (world: World, asker: UserId, user: UserId): UserId => {
  if (world.accounts.get(user) === undefined) throw chatError('notFound', { path: 'user', message: `There is no user ${user}.` })
  if (user === asker) throw chatError('invalid', { path: 'user', message: 'That is you.' })
  return user
}
