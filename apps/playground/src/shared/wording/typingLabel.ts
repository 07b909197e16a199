import type { UserId } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { listOfNames } from '../format/listOfNames.ts'

/** `Bob is typing`. */
export const typingLabel = (users: readonly UserId[], nameOf: NameOf): string => {
  if (users.length > 3) return `${users.length} people are typing`
  return `${listOfNames(users.map(nameOf))} ${users.length === 1 ? 'is' : 'are'} typing`
}
