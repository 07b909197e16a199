import type { Presence } from '@parlance/core'
import { dayLabel, dayOf } from '../format/dayLabel.ts'
import { momentLabel } from '../format/momentLabel.ts'

export const stateLabels: Readonly<Record<Presence['state'], string>> = {
  online: 'Online',
  away: 'Away',
  busy: 'Busy',
  offline: 'Offline',
}

const MINUTE = 60_000

/** Whether somebody is there, in words: `Busy · packing`, `Last seen at 09:41`. */
export const presenceLabel = ({ state, status, lastSeenAt }: Presence, now: number): string => {
  if (state === 'offline') return lastSeenAt === undefined ? stateLabels.offline : `Last seen ${lastSeen(lastSeenAt, now)}`
  return status === undefined || status === '' ? stateLabels[state] : `${stateLabels[state]} · ${status}`
}

const lastSeen = (at: number, now: number): string => {
  if (now - at < MINUTE) return 'just now'
  const day = dayLabel(dayOf(at), dayOf(now))
  if (day === 'Today') return `at ${momentLabel(at, now)}`
  return day === 'Yesterday' ? 'yesterday' : `on ${momentLabel(at, now)}`
}
