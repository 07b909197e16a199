import type { Body, Fact } from '@parlance/core'
import { bent, facts, messages, pages } from '../bend.ts'
import type { Broken } from './broken.ts'
import { remembering } from './broken.ts'

export const brokenHistory: readonly Broken[] = [
  {
    fault: 'leaves the first fact of every page out',
    bend: pages(page => ({ ...page, facts: page.facts.slice(1) })),
    caught: [
      'paging backward',
      'paging forward',
      'before a position come',
      'what is acked stands in history at once',
      'live copies and history tell',
    ],
  },
  {
    fault: 'repeats on every page something of the page before',
    bend: remembering(
      () => ({ last: [] as Fact[] }),
      memory =>
        pages(page => {
          const all = [...memory.last, ...page.facts]
          memory.last = page.facts.filter(({ type }) => type === 'message').slice(-1)
          return { ...page, facts: all }
        }),
    ),
    caught: ['paging backward', 'paging forward'],
  },
  {
    fault: 'gives more than was asked for',
    bend: straight => ({ history: (query, op) => straight.history({ ...query, count: query.count + 2 }, op) }),
    caught: ['the newest page has the last messages', 'before a position come', 'a cursor that was stored as JSON'],
  },
  {
    fault: 'gives pages of two at most',
    bend: straight => ({ history: (query, op) => straight.history({ ...query, count: 2 }, op) }),
    caught: ['a page has at most maxPage messages'],
  },
  {
    fault: 'tells what was as if it were live',
    bend: facts(fact => [fact.origin === 'history' ? { ...fact, origin: 'live' } : fact]),
    caught: ['the newest page has the last messages', 'before a position come', 'a page has at most maxPage messages'],
  },
  {
    fault: 'says of every page that it covers everything',
    bend: pages(page => ({ ...page, covers: { from: 'start', to: 'live' } })),
    caught: ['paging backward', 'paging forward', 'paging goes on over stretches'],
  },
  {
    fault: 'says of no page what it covers',
    bend: pages(({ covers: _, ...page }) => page),
    caught: [
      'holds everything covers from start to live',
      'a conversation where nothing was said',
      'comes an empty page that reaches live',
      'the newest page has',
    ],
  },
  {
    fault: 'says that pages cover less than they hold',
    bend: pages(page => ({ ...page, covers: { from: '999999999999', to: 'live' } })),
    caught: ['the newest page has the last messages', 'holds everything covers from start to live'],
  },
  {
    fault: 'leaves holes between what pages cover',
    bend: pages(page => ({
      ...page,
      ...(page.covers &&
        page.covers.to !== 'live' && { covers: { ...page.covers, to: page.covers.from === 'start' ? '0' : page.covers.from } }),
    })),
    caught: ['paging backward from the newest page'],
  },
  {
    fault: 'gives cursors that are no JSON',
    bend: pages(page => ({
      ...page,
      ...(page.older !== undefined && { older: new Map() as never }),
      ...(page.newer !== undefined && { newer: new Map() as never }),
    })),
    caught: ['a cursor that was stored as JSON'],
  },
  {
    fault: 'ignores where it is asked for',
    bend: straight => ({
      history: (query, op) =>
        straight.history(
          'cursor' in query.at || 'before' in query.at || 'after' in query.at ? { ...query, at: { newest: true } } : query,
          op,
        ),
    }),
    caught: [
      'paging backward',
      'paging forward',
      'before a position come',
      'comes an empty page that reaches live',
      'a cursor that was stored as JSON',
    ],
  },
  {
    fault: 'begins anew with a cursor that it doesn’t know',
    bend: straight => ({
      history: (query, op) =>
        straight.history('cursor' in query.at && typeof query.at.cursor !== 'object' ? { ...query, at: { newest: true } } : query, op),
      conversations: (query, op) =>
        straight.conversations?.('cursor' in query && typeof query.cursor !== 'object' ? { count: query.count } : query, op) as never,
      search: ({ cursor, ...query }, op) => straight.search?.({ ...query, ...(typeof cursor === 'object' && { cursor }) }, op) as never,
    }),
    caught: ['a cursor of another kind'],
  },
  {
    fault: 'leaves out the message around which is asked',
    bend: straight => ({
      async history(query, op) {
        const page = await straight.history(query, op)
        if (!('around' in query.at)) return page
        const { around } = query.at
        return { ...page, facts: page.facts.filter(fact => fact.type !== 'message' || fact.message.id !== around) }
      },
    }),
    caught: ['a page around a message has it'],
  },
  {
    fault: 'names conversations by who speaks',
    bend: messages(message => ({ ...message, conversation: `direct:${message.from}` })),
    caught: ['a direct conversation and a group of the same name', 'my own device hears', 'is a legal name'],
  },
  {
    fault: 'forgets of what kind a conversation is',
    bend: messages(message => ({
      ...message,
      conversation: `direct:${message.conversation.slice(message.conversation.indexOf(':') + 1)}`,
    })),
    caught: ['a direct conversation and a group of the same name', 'is a legal name'],
  },
  {
    fault: 'keeps what was recalled',
    bend: remembering(
      () => new Map<string, Body>(),
      kept =>
        facts(fact => {
          if (fact.type !== 'message' || fact.message.id === undefined) return [fact]
          const { id, body } = fact.message
          const before = kept.get(id)
          if (body.type !== 'unknown') kept.set(id, body)
          return [before !== undefined && body.type === 'unknown' ? { ...fact, message: { ...fact.message, body: before } } : fact]
        }),
    ),
    caught: ['what was recalled can be read by nobody'],
  },
  {
    fault: 'has an edited message read as it was, edits and all',
    bend: remembering(
      () => new Map<string, Body>(),
      kept =>
        facts(fact => {
          if (fact.type !== 'message' || fact.message.id === undefined) return [fact]
          const { id, body } = fact.message
          const first = kept.get(id) ?? body
          kept.set(id, first)
          return [{ ...fact, message: { ...fact.message, body: first } }]
        }),
    ),
    caught: ['an edited message stands in history'],
  },
  {
    fault: 'shows everybody what anybody has heard',
    bend: () => ({}),
    backend(straight) {
      const heard: Fact[] = []
      const listening = facts(fact => {
        if (fact.type === 'message' && fact.origin === 'live') heard.push({ ...fact, origin: 'history' })
        return [fact]
      })
      return {
        async open(user, device) {
          const transport = bent(await straight.open(user, device), listening)
          return bent(transport, () => ({ history: () => Promise.resolve({ facts: heard, covers: { from: 'start', to: 'live' } }) }))
        },
      }
    },
    caught: ['is read by its two people only', 'can’t read its history'],
  },
]
