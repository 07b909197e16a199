import type { Position } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Requests } from './backend.ts'
import { entryNews } from './entries.ts'
import { placeOf, talkNamed } from './permissions.ts'
import { positionOf } from './sequence.ts'
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

/** Takes a conversation off a user's list, its history too if he says so; also one that he has left. Throws `unsupported`. */
export const removeConversation = (
  world: World,
  asker: Asker,
  { conversation, withHistory }: Requests['removeConversation']['args'],
): { through?: Position } => {
  const { removal } = world.policy.capabilities
  if (removal === 'none' || (withHistory && removal === 'conversation')) throw chatError('unsupported')
  const talk = talkNamed(world, asker.user, conversation)
  const seat = talk.seats.get(asker.user)
  if (seat === undefined) throw chatError('notMember')
  const { head } = talk.log
  seat.removedThrough = head
  if (withHistory) seat.floor = Math.max(seat.floor, head)
  // What was unread goes along: if the conversation comes back, only what is new counts [UNR6].
  seat.read.skip(head)
  const removed = { ...(head > 0 && { through: positionOf(head) }) }
  world.devices.tell(
    [asker.user],
    { fact: (viewer, origin) => ({ type: 'conversationRemoved', origin, conversation: talk.nameFor(viewer), ...removed, withHistory }) },
    asker.device,
  )
  return removed
}
