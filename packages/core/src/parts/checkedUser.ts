import { misuse } from '../misuse.ts'
import type { UserId } from '../model/ids.ts'
import type { PartContext } from '../part.ts'

type Speller = Pick<PartContext, 'transport'>

/** A user's id in its one spelling. */
export const spelledUser = ({ transport }: Speller, user: UserId): UserId => transport.canonical?.(user) ?? user

/** A user's id as a caller gave it, in its one spelling. `call`: what was called, as in `contacts(chat).add`. */
export const checkedUser = (speller: Speller, user: UserId, call: string): UserId => {
  if (typeof user !== 'string' || user === '')
    return misuse(`${call} takes a user's id, and ${JSON.stringify(user)} is none: pass a non-empty string, such as 'alice'.`)
  return spelledUser(speller, user)
}
