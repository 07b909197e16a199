import type { UserId } from '../../model/ids.ts'
import type { Membership } from '../../model/membership.ts'
import type { StampedFact } from '../../protocol/stampedFact.ts'
import { greatest } from './greatest.ts'

/** Everybody's standing, one register per conversation and user [MEM1]. */
export const membershipsOf = (facts: readonly StampedFact[]): readonly Membership[] => {
  const told = facts.filter(fact => fact.type === 'membership')
  const pairs = new Map(told.map(({ membership }) => [JSON.stringify([membership.conversation, membership.user]), membership]))
  return [...pairs.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { conversation, user }]) => {
      const about = told.filter(({ membership }) => membership.conversation === conversation && membership.user === user)
      return greatest(about, ({ membership }) => membership)?.membership ?? []
    })
}

/** Who is blocked: a register per user, and a whole list says "no" of everybody whom it doesn't name. */
export const blocklistOf = (facts: readonly StampedFact[]): readonly UserId[] => {
  const told = facts.filter(fact => fact.type === 'blocklist')
  const users = new Set(told.flatMap(({ blocked = [], unblocked = [] }) => [...blocked, ...unblocked]))
  const isBlocked = (user: UserId): boolean => {
    const said = told.flatMap(fact => {
      const at = { seq: fact.seq, ...(fact.version !== undefined && { version: fact.version }) }
      const yes = fact.blocked?.includes(user) ?? false
      const no = fact.unblocked?.includes(user) ?? false
      return [...(yes ? [{ ...at, value: true }] : []), ...(no || (fact.whole === true && !yes) ? [{ ...at, value: false }] : [])]
    })
    return greatest(said, ({ value }) => value)?.value ?? false
  }
  return [...users].filter(isBlocked).sort()
}
