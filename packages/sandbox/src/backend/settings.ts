import { chatError } from '@parlance/core'
import type { Requests } from './backend.ts'
import { entryNews } from './entries.ts'
import { placeOf } from './permissions.ts'
import type { Asker, World } from './world.ts'

/** Keeps what a user sets for himself. Throws `unsupported` for a setting that isn't kept. */
export const setConversation = (world: World, asker: Asker, { conversation, settings }: Requests['setConversation']['args']): null => {
  const { talk, seat } = placeOf(world, asker.user, conversation)
  const kept = world.policy.capabilities.settings
  const { pinned, silenced, archived, markedUnread } = settings
  const given = { pinned, silenced, archived, markedUnread }
  for (const name of ['pinned', 'silenced', 'archived', 'markedUnread'] as const) {
    if (given[name] !== undefined && !kept.includes(name)) throw chatError('unsupported', { path: `settings.${name}` })
  }
  seat.pinned = pinned ?? seat.pinned
  seat.silenced = silenced ?? seat.silenced
  seat.archived = archived ?? seat.archived
  seat.markedUnread = markedUnread ?? seat.markedUnread
  seat.version = world.nextVersion()
  world.devices.tell([asker.user], entryNews(world, talk), asker.device)
  return null
}
