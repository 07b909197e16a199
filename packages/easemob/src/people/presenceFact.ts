import type { Presence, PresenceFact } from '@parlance/core'
import { userOf } from '../conversations.ts'
import { said } from '../said.ts'
import type { Raw } from '../sdk/raw.ts'
import { amountOf, listOf, parsed, rawOf, textOf } from '../sdk/raw.ts'

const states = ['online', 'away', 'busy', 'offline'] as const
const SECOND = 1_000

/** The words under which a presence is published: Easemob itself knows only who is linked. */
export const descriptionOf = (presence: Pick<Presence, 'state' | 'status'>): string => JSON.stringify(presence)

/** Somebody's presence, from an event or from the answer to a question; of what other clients publish the words alone. */
export const presenceFactOf = (raw: Raw): PresenceFact | undefined => {
  const user = textOf(raw['userId']) ?? textOf(raw['uid'])
  if (user === undefined) return undefined
  const published = parsed(raw['ext'])
  const { state: set, status } = rawOf(published)
  const isLinked = devicesOf(raw).some(device => Number(device) > 0)
  const at = amountOf(raw['lastTime']) ?? amountOf(raw['last_time'])
  return {
    type: 'presence',
    origin: 'live',
    user: userOf(user),
    presence: said({
      state: isLinked ? (states.find(one => one === set) ?? 'online') : 'offline',
      status: textOf(status) ?? (published === undefined ? textOf(raw['ext']) : undefined),
      // Easemob tells it in seconds.
      lastSeenAt: isLinked || at === undefined ? undefined : at * SECOND,
    }),
  }
}

/** Events have a list of devices, answers a map of them. */
const devicesOf = ({ statusDetails, status }: Raw): readonly unknown[] =>
  statusDetails === undefined ? Object.values(rawOf(status)) : listOf(statusDetails).map(device => rawOf(device)['status'])
