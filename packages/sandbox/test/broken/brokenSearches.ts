import type { Body, SearchPage, SearchQuery } from '@parlance/core'
import { Observable } from 'rxjs'
import type { Bend } from '../bend.ts'
import type { Broken } from './broken.ts'
import { missing } from './broken.ts'

const queries = (change: (query: SearchQuery) => SearchQuery): Bend => found(change, page => page)
const found =
  (ask: (query: SearchQuery) => SearchQuery, change: (page: SearchPage, query: SearchQuery) => SearchPage): Bend =>
  straight => ({ search: async (query, op) => change(await (straight.search?.(ask(query), op) ?? missing()), query) })
const results = (change: (page: SearchPage, query: SearchQuery) => SearchPage): Bend => found(query => query, change)

const old: Body = { type: 'text', text: 'as it was once' }

export const brokenSearches: readonly Broken[] = [
  {
    fault: 'finds whatever the words are',
    bend: queries(({ text: _, ...query }) => query),
    caught: ['a search by text', 'all that is asked for has to fit'],
  },
  { fault: 'finds whatever the type is', bend: queries(({ types: _, ...query }) => query), caught: ['a search by types'] },
  {
    fault: 'finds whoever said it',
    bend: queries(({ senders: _, ...query }) => query),
    caught: ['a search by senders', 'all that is asked for has to fit'],
  },
  {
    fault: 'finds whenever it was said',
    bend: queries(({ since: _, until: __, ...query }) => query),
    caught: ['a search by times'],
  },
  {
    fault: 'finds the oldest first',
    bend: results(page => ({ ...page, messages: [...page.messages].reverse() })),
    caught: ['a search by text', 'a search by types', 'a search by senders', 'searching goes on page by page'],
  },
  {
    fault: 'finds the first page again and again',
    bend: queries(({ cursor: _, ...query }) => query),
    caught: ['searching goes on page by page'],
  },
  {
    fault: 'finds more than was asked for',
    bend: queries(query => ({ ...query, count: query.count + 1 })),
    caught: ['searching goes on page by page'],
  },
  {
    fault: 'finds messages as they were',
    bend: results(page => ({ ...page, messages: page.messages.map(message => ({ ...message, body: old })) })),
    caught: ['is found as it is now'],
  },
  {
    fault: 'tells what it finds as if it had just been said',
    bend: straight => {
      const hearing: { tell?: (page: SearchPage) => void } = {}
      return {
        connect: options =>
          new Observable(subscriber => {
            hearing.tell = page => {
              for (const message of page.messages) subscriber.next({ type: 'message', origin: 'live', message })
            }
            return straight.connect(options).subscribe(subscriber)
          }),
        async search(query, op) {
          const page = await (straight.search?.(query, op) ?? missing())
          hearing.tell?.(page)
          return page
        },
      }
    },
    caught: ['a search tells nothing but its answer'],
  },
  {
    fault: 'finds nothing where it has to refuse',
    bend: straight => ({
      search: (query, op) => straight.search?.(query, op).catch(() => ({ messages: [] })) ?? missing(),
    }),
    caught: ['can’t search it', 'a cursor of another kind is refused with invalid [search]'],
  },
]
