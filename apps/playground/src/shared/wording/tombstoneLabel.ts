import type { RecalledMessage } from '@parlance/core'
import type { NameOf } from '../client/person.ts'

/** What stands where a message was recalled. */
export const tombstoneLabel = ({ recalled, from, mine }: RecalledMessage, nameOf: NameOf): string => {
  if (recalled.as === 'server') return 'This message was removed'
  if (recalled.as === 'moderator') return `${nameOf(recalled.by)} removed this message`
  return mine ? 'You recalled this message' : `${nameOf(from)} recalled this message`
}
