import type { UserId } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { listOfNames } from '../format/listOfNames.ts'

/** Who is doing it, and what: `Bob`, `is typing`. Where there is little room, it's the names that are cut off. */
export interface TypingLabel {
  readonly who: string
  readonly does: string
}

export const typingLabel = (users: readonly UserId[], nameOf: NameOf): TypingLabel => ({
  who: users.length > 3 ? `${users.length} people` : listOfNames(users.map(nameOf)),
  does: users.length === 1 ? 'is typing' : 'are typing',
})
