import type { UserId } from '@parlance/core'
import type { NameOf } from '../client/person.ts'

/** Somebody who can be named in a text, or all of them. */
export interface Mentionable {
  /** Absent: everyone. */
  readonly user?: UserId
  readonly name: string
  /** What follows the `@`: the name, or the id where the name alone wouldn't tell who. */
  readonly handle: string
}

export const everyone: Mentionable = { name: 'Everyone', handle: 'everyone' }

/** These users, in their order, and everyone. */
export const mentionables = (users: readonly UserId[], nameOf: NameOf): readonly Mentionable[] => {
  const names = users.map(nameOf)
  const isClear = (name: string): boolean => names.indexOf(name) === names.lastIndexOf(name) && name.toLowerCase() !== everyone.handle
  return [...users.map((user, index) => mentionableOf(user, names[index] ?? user, isClear)), everyone]
}

const mentionableOf = (user: UserId, name: string, isClear: (name: string) => boolean): Mentionable => ({
  user,
  name,
  handle: isClear(name) ? name : user,
})
