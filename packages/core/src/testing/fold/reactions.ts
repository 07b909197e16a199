import type { UserId } from '../../model/ids.ts'
import type { StampedFact } from '../../protocol/stampedFact.ts'
import { greatest } from './greatest.ts'
import type { MessageClass } from './messageClass.ts'
import { type IdScope, namesIn } from './messageName.ts'

/** What is at a message: one register per emoji and user [RCT1]. */
export const reactionsOf = (
  scope: IdScope,
  facts: readonly StampedFact[],
  message: MessageClass,
): readonly { readonly emoji: string; readonly users: readonly UserId[] }[] => {
  const told = facts
    .filter(fact => fact.type === 'reaction')
    .filter(({ target }) => namesIn(scope, target).some(name => message.names.has(name)))
  return [...new Set(told.map(({ emoji }) => emoji))].sort().flatMap(emoji => {
    const users = [...new Set(told.map(({ user }) => user))].sort().filter(user => {
      const said = told.filter(fact => fact.emoji === emoji && fact.user === user)
      return greatest(said, ({ active }) => active)?.active ?? false
    })
    return users.length > 0 ? [{ emoji, users }] : []
  })
}
