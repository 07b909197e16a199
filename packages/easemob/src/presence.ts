import type { Presence, PresenceFact } from '@parlance/core'
import { userOf } from './conversations.ts'
import type { Raw } from './sdk/raw.ts'
import { amountOf, listOf, parsed, rawOf, textOf } from './sdk/raw.ts'

const states = ['online', 'away', 'busy', 'offline'] as const
const SECOND = 1_000
/** Easemob tells times of presence in seconds; what is greater is in milliseconds already. */
const IN_SECONDS = 1e11

/** The words under which a presence is published: Easemob itself knows only who is linked. */
export const descriptionOf = (presence: Pick<Presence, 'state' | 'status'>): string => JSON.stringify(presence)

/** Somebody's presence, from an event or from the answer to a question. */
export const presenceFactOf = (raw: Raw): PresenceFact | undefined => {
  const user = textOf(raw['userId']) ?? textOf(raw['uid'])
  if (user === undefined) return undefined
  const isLinked = devicesOf(raw).some(status => Number(status) > 0)
  const said = rawOf(parsed(raw['ext']))
  const state = states.find(one => one === said['state']) ?? 'online'
  const status = textOf(said['status']) ?? (parsed(raw['ext']) === undefined ? textOf(raw['ext']) : undefined)
  const at = amountOf(raw['lastTime']) ?? amountOf(raw['last_time'])
  const lastSeenAt = at === undefined ? undefined : at < IN_SECONDS ? at * SECOND : at
  return {
    type: 'presence',
    origin: 'live',
    user: userOf(user),
    presence: {
      state: isLinked ? state : 'offline',
      ...(status !== undefined && { status }),
      ...(!isLinked && lastSeenAt !== undefined && { lastSeenAt }),
    },
  }
}

/** Events have a list of devices, answers a map of them. */
const devicesOf = (raw: Raw): readonly unknown[] =>
  Array.isArray(raw['statusDetails'])
    ? listOf(raw['statusDetails']).map(device => rawOf(device)['status'])
    : Object.values(rawOf(raw['status']))
