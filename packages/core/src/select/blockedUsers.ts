import type { UserId } from '../model/ids.ts'
import { newest, type Versioned } from '../model/versioned.ts'
import type { Blocklist } from '../state/blocklist.ts'

/** Who is blocked, in the order of their ids. */
export const blockedUsers = ({ users, whole }: Blocklist): readonly UserId[] => {
  const candidates = new Set([...users.keys(), ...(whole?.value ?? [])])
  return [...candidates].filter(user => isBlocked(user, users.get(user), whole)).sort()
}

const isBlocked = (user: UserId, own: Versioned<boolean> | undefined, whole: Versioned<readonly UserId[]> | undefined): boolean => {
  if (whole === undefined) return own?.value ?? false
  const listed: Versioned<boolean> = { ...whole, value: whole.value.includes(user) }
  return newest(own, listed).value
}
