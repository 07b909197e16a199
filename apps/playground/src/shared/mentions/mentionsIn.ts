import type { Mentions, UserId } from '@parlance/core'
import type { Mentionable } from './mentionable.ts'
import { splitMentions } from './splitMentions.ts'

/** Whom a text names; `undefined`: nobody. */
export const mentionsIn = (text: string, people: readonly Mentionable[]): Mentions | undefined => {
  const named = splitMentions(text, people).flatMap(part => (typeof part === 'string' ? [] : [part.named.user]))
  if (named.includes(undefined)) return 'everyone'
  const users = new Set(named.filter((user): user is UserId => user !== undefined))
  return users.size === 0 ? undefined : [...users]
}
