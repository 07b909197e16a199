import type { Chat, Readable, UserId } from '@parlance/core'
import type { Cell } from '../cell.ts'
import { createCell } from '../cell.ts'
import type { NameOf } from '../client/person.ts'

/**
 * Names for sentences in which there may be any number of people: the chat's directory is asked for each that is wanted, and another
 * function is here whenever one has come. Where there is one person, `useUser` does.
 */
export const createNames = (chat: Pick<Chat, 'user'>): Readable<NameOf> => {
  const known = new Map<UserId, string>()
  const watch = (user: UserId): void => {
    let isFirst = true
    chat.user(user).subscribe(({ name }) => {
      known.set(user, name)
      if (!isFirst) names.set(namesNow())
      isFirst = false
    })
  }
  const namesNow = (): NameOf => user => {
    if (!known.has(user)) watch(user)
    return known.get(user) ?? user
  }
  const names: Cell<NameOf> = createCell(namesNow())
  return names
}
