import type { BodyType, Json, Op, Position, RemoteMessage, SearchPage, SearchQuery } from '@parlance/core'
import { chatError, conversationKind } from '@parlance/core'
import { messageFromSdk } from '../messages/messageFromSdk.ts'
import type { PartContext } from '../part.ts'
import { idAt, positionOf } from '../positions.ts'
import { MOST_PER_PAGE } from '../requests/histories.ts'
import { storedPage } from '../requests/storedPage.ts'
import { said } from '../said.ts'
import type { SdkMessageType, SdkSearch } from '../sdk/connection.ts'
import { listOf, rawOf, textOf } from '../sdk/raw.ts'

/** So many pages are looked through for one of the search: it goes on where that ended. */
const MOST_PAGES = 10

/** What the SDK calls the bodies. Those that it has no word for are looked for among all. */
const words: { readonly [Type in BodyType]?: SdkMessageType } = {
  text: 'txt',
  image: 'img',
  urlImage: 'img',
  file: 'file',
  audio: 'audio',
  video: 'video',
  location: 'loc',
  command: 'cmd',
  custom: 'custom',
}

/**
 * Looks through a conversation's history, newest first. Easemob leaves out what it can by itself; what the adapter alone knows, as bodies that
 * go along in a message of another type, is looked at here.
 */
export const filtered =
  ({ self, ask }: PartContext) =>
  async (query: SearchQuery, op?: Op): Promise<SearchPage> => {
    const { conversation, count } = query
    if (query.text !== undefined) throw chatError('unsupported')
    const messages: RemoteMessage[] = []
    const searchOptions = filterOf(query)
    let before = positionIn(query.cursor)
    for (let page = 0; page < MOST_PAGES; page++) {
      const asked = { pageSize: MOST_PER_PAGE, searchDirection: 'up', cursor: before && idAt(before), searchOptions } as const
      const { messages: found, cursor, isLast } = await storedPage(ask, conversation, asked, op)
      for (const one of listOf(found)) {
        const message = messageFromSdk(rawOf(one), self)
        if (message?.conversation !== conversation || !fits(query, message)) continue
        // One more is there: it begins the next page.
        if (messages.length >= count) return said({ messages, next: nextAfter(messages.at(-1)?.position) })
        messages.push(message)
      }
      before = positionOf(textOf(cursor))
      if (isLast === true || before === undefined) return { messages }
    }
    return said({ messages, next: nextAfter(before) })
  }

const fits = ({ types, senders, since = 0, until = Infinity }: SearchQuery, { body, from, sentAt = 0 }: RemoteMessage): boolean =>
  (types?.includes(body.type) ?? true) && (senders?.includes(from) ?? true) && since <= sentAt && sentAt <= until

/**
 * What Easemob is asked to leave out: a millisecond less than could be, wherever its bounds are. It knows one sender, and of groups alone; the SDK
 * wants a beginning where there is an end.
 */
const filterOf = ({ conversation, types, senders, since, until }: SearchQuery): SdkSearch => {
  const named = types?.flatMap(type => words[type] ?? [])
  const [sender, ...others] = senders ?? []
  return said({
    msgTypes: named?.length === types?.length ? named && [...new Set(named)] : undefined,
    from: others.length === 0 && conversationKind(conversation) !== 'direct' ? sender : undefined,
    startTime: (since ?? until) === undefined ? undefined : Math.max(0, (since ?? 0) - 1),
    endTime: until === undefined ? undefined : until + 1,
  })
}

const nextAfter = (before: Position | undefined): Json | undefined => before && { before }

const positionIn = (cursor: Json | undefined): Position | undefined => {
  if (cursor === undefined) return undefined
  const { before } = rawOf(cursor)
  const position = positionOf(textOf(before))
  if (position === undefined) throw chatError('invalid', { path: 'cursor' })
  return position
}
