import type { Message, NoticeBody, UserId } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { listOfNames } from '../format/listOfNames.ts'

/** As the sandbox calls itself. */
const SERVER: UserId = 'server'

/** What happened to a conversation, in a sentence: `Bob added Carol`. */
export const eventLabel = (
  { from, mine }: Pick<Message, 'from' | 'mine'>,
  { event, users = [], title }: NoticeBody,
  nameOf: NameOf,
): string => {
  const isOwnDoing = users.length === 0 || users.every(user => user === from)
  const by = mine ? 'You' : from === SERVER ? 'The server' : nameOf(from)
  const whom = listOfNames(users.map(nameOf))
  switch (event) {
    case 'created':
      return `${by} created the conversation`
    case 'joined':
      return isOwnDoing ? `${by} joined` : `${by} added ${whom}`
    case 'left':
      return isOwnDoing ? `${by} left` : `${whom} left`
    case 'removed':
      return `${by} removed ${whom}`
    case 'dissolved':
      return `${by} closed the conversation`
    case 'muted':
      return `${by} muted ${whom}`
    case 'unmuted':
      return `${by} lets ${whom} speak again`
    case 'roleChanged':
      return `${by} changed the role of ${whom}`
    case 'changed':
      return title === undefined ? `${by} changed the conversation` : `${by} named it “${title}”`
  }
}
