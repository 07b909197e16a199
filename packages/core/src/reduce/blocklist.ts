import type { UserId } from '../model/ids.ts'
import { newest } from '../model/versioned.ts'
import type { BlocklistFact } from '../protocol/fact.ts'
import type { Blocklist } from '../state/blocklist.ts'

/** Copies the list: it is told rarely, and holds few. */
export const applyBlocklist = (before: Blocklist, fact: BlocklistFact & { readonly seq: number }): Blocklist => {
  const stamp = { seq: fact.seq, ...(fact.version !== undefined && { version: fact.version }) }
  const users = new Map(before.users)
  const tell = (user: UserId, value: boolean): unknown => users.set(user, newest(users.get(user), { value, ...stamp }))
  for (const user of fact.blocked ?? []) tell(user, true)
  for (const user of fact.unblocked ?? []) tell(user, false)
  const whole = fact.whole === true ? newest(before.whole, { value: [...(fact.blocked ?? [])].sort(), ...stamp }) : before.whole
  return { users, whole }
}
