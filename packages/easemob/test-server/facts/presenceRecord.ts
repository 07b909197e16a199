import type { Presence, UserId } from '@parlance/core'

/** Seconds for which a presence is subscribed. Nobody counts them here. */
const EXPIRY = 86_400

/** Somebody's presence as the wire has it: a number for each device, and one text for all. */
export const presenceRecord = (uid: UserId, { state, status, lastSeenAt }: Presence): object => ({
  uid,
  last_time: Math.floor((lastSeenAt ?? 0) / 1000).toString(),
  expiry: EXPIRY.toString(),
  ext: status ?? (state === 'away' ? 'Away' : state === 'busy' ? 'Busy' : ''),
  status: { device: state === 'offline' ? '0' : '1' },
})
