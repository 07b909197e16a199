import type { Chat, Message } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { listOfNames } from '../format/listOfNames.ts'

/** For whom alone a message is; `undefined`: for all. */
export const directedLabel = ({ to }: Message, { self }: Pick<Chat, 'self'>, nameOf: NameOf): string | undefined =>
  to === undefined || to.length === 0 ? undefined : `Only to ${listOfNames(to.map(user => (user === self ? 'you' : nameOf(user))))}`
