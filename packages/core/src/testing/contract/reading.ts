import type { Json } from '../../model/json.ts'
import type { RemoteMessage } from '../../protocol/remoteMessage.ts'
import type { Fact } from '../../protocol/fact.ts'
import type { HistoryPage, HistoryQuery } from '../../protocol/transport.ts'
import type { Client } from './client.ts'
import { demand } from './demand.ts'
import { messagesOf } from './saying.ts'
import type { Talk } from './stage.ts'

/** Asks for a page. */
export const readPage = (client: Client, talk: Talk, at: HistoryQuery['at'], count: number): Promise<HistoryPage> =>
  client.ask(transport => transport.history({ conversation: talk(client), at, count }), 'history')

const MOST_PAGES = 500

/** Pages from one on, as far as they lead. `between` runs after each. */
export const readPages = async (
  client: Client,
  talk: Talk,
  first: HistoryQuery['at'],
  towards: 'older' | 'newer',
  count: number,
  between: (page: number) => Promise<void> = () => Promise.resolve(),
): Promise<readonly HistoryPage[]> => {
  const pages: HistoryPage[] = []
  for (let at: HistoryQuery['at'] | undefined = first; at !== undefined; ) {
    demand(pages.length < MOST_PAGES, `The history of a few messages has more than ${MOST_PAGES} pages.`)
    const page: HistoryPage = await readPage(client, talk, at, count)
    pages.push(page)
    at = following(page, towards)
    if (at !== undefined) await between(pages.length)
  }
  return pages
}

/** Where a page leads: by its cursor, or from the end of what it covers. */
const following = (page: HistoryPage, towards: 'older' | 'newer'): HistoryQuery['at'] | undefined => {
  const cursor: Json | undefined = page[towards]
  if (towards === 'older') {
    const from = page.covers?.from
    if (from === 'start') return undefined
    return cursor !== undefined ? { cursor } : from === undefined ? undefined : { before: from }
  }
  const to = page.covers?.to
  if (to === 'live') return undefined
  return cursor !== undefined ? { cursor } : to === undefined ? undefined : { after: to }
}

/** All that a client can read of a conversation, oldest page first. */
export const readAll = async (client: Client, talk: Talk): Promise<readonly Fact[]> => {
  const { backward, maxPage } = client.transport.capabilities.history
  const count = Math.min(maxPage, 100)
  if (!backward) return (await readPage(client, talk, { newest: true }, count)).facts
  const pages = await readPages(client, talk, { newest: true }, 'older', count)
  return [...pages].reverse().flatMap(({ facts }) => facts)
}

/** The messages of a conversation's history in the order of their positions. */
export const readMessages = async (client: Client, talk: Talk): Promise<readonly RemoteMessage[]> =>
  inOrder(messagesOf(await readAll(client, talk)))

/** Messages in the order of their positions. Throws for one without. */
export const inOrder = (messages: readonly RemoteMessage[]): readonly RemoteMessage[] => {
  const placed = messages.map(message => {
    demand(message.position !== undefined, 'A message in history has no position.')
    return { message, position: message.position }
  })
  return placed.sort((a, b) => (a.position < b.position ? -1 : 1)).map(({ message }) => message)
}
