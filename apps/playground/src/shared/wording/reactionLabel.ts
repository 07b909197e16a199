import type { Reaction } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { listOfNames } from '../format/listOfNames.ts'

/** Who put an emoji to a message: `You, Bob, and 2 others: 👍`. */
export const reactionLabel = ({ emoji, count, mine, users }: Reaction, nameOf: NameOf): string => {
  const names = users.map((user, index) => (mine && index === 0 ? 'You' : nameOf(user)))
  const others = count - names.length
  return `${listOfNames(others > 0 ? [...names, `${others} ${others === 1 ? 'other' : 'others'}`] : names)}: ${emoji}`
}
