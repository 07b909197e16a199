import type { ConversationEntry, ConversationPage } from '@parlance/core'
import type { Bend } from '../bend.ts'
import { without } from '../bend.ts'
import type { Broken } from './broken.ts'
import { missing, remembering } from './broken.ts'

const lists =
  (change: (page: ConversationPage) => ConversationPage): Bend =>
  straight => ({ conversations: async (query, op) => change((await straight.conversations?.(query, op)) ?? { entries: [] }) })
const entries = (change: (entry: ConversationEntry) => ConversationEntry): Bend =>
  lists(page => ({ ...page, entries: page.entries.map(change) }))

export const brokenLists: readonly Broken[] = [
  {
    fault: 'repeats the first conversation on every page',
    bend: remembering(
      () => ({ first: undefined as ConversationEntry | undefined }),
      memory =>
        lists(page => {
          const { first } = memory
          memory.first ??= page.entries[0]
          return first === undefined ? page : { ...page, entries: [first, ...page.entries.slice(1)] }
        }),
    ),
    caught: ['paging through the list', 'a message between two pages of the list'],
  },
  {
    fault: 'leaves the last conversation of every page out',
    bend: lists(page => ({ ...page, entries: page.entries.slice(0, -1) })),
    caught: ['paging through the list', 'asking for some conversations'],
  },
  {
    fault: 'gives the whole list whatever is asked for',
    bend: straight => ({
      conversations: ({ count: _, only: __, ...query }, op) => straight.conversations?.({ ...query, count: 50 }, op) ?? missing(),
    }),
    caught: ['paging through the list', 'asking for some conversations'],
  },
  {
    fault: 'gives the list as it was once',
    bend: remembering(
      () => ({ page: undefined as ConversationPage | undefined }),
      memory => lists(page => (memory.page ??= page)),
    ),
    caught: ['unread counts what others said', 'is kept for me on all my devices', 'comes back with something new'],
  },
  {
    fault: 'shows an old last message',
    bend: entries(({ last, ...entry }) => ({
      ...entry,
      ...(last && { last: { ...last, id: 'old', body: { type: 'text', text: 'old' } } }),
    })),
    caught: ['is in the list with its last message'],
  },
  {
    fault: 'counts one unread more',
    bend: entries(({ unread, ...entry }) => ({ ...entry, ...(unread && { unread: { ...unread, count: unread.count + 1 } }) })),
    caught: ['unread counts what others said', 'commands don’t count as unread'],
  },
  {
    fault: 'lists a conversation of somebody else’s',
    bend: lists(page => ({
      ...page,
      entries: [
        ...page.entries,
        { id: 'group:other', last: { conversation: 'group:other', from: 'x', id: 'x', body: { type: 'text', text: 'x' } } },
      ],
    })),
    caught: ['the list has conversations of mine only', 'asking for some conversations'],
  },
  {
    fault: 'ranks what is pinned otherwise in the list than for my other devices',
    bend: entries(({ pinned = 0, ...entry }) => ({ ...entry, pinned: pinned && pinned + 1 })),
    caught: ['pinned is kept for me on all my devices'],
  },
  {
    fault: 'tells my other devices no settings',
    bend: without(({ type }) => type === 'conversation'),
    caught: ['is kept for me on all my devices', 'a mark clears markedUnread'],
  },
  { fault: 'loses settings', bend: () => ({ setConversation: () => Promise.resolve({}) }), caught: ['is kept for me on all my devices'] },
  {
    fault: 'tells my other devices of no removal',
    bend: without(({ type }) => type === 'conversationRemoved'),
    caught: ['a removed conversation goes', 'a conversation removed with its history'],
  },
  {
    fault: 'removes the history too, always',
    bend: straight => ({
      removeConversation: (conversation, _, op) => straight.removeConversation?.(conversation, { withHistory: true }, op) ?? missing(),
    }),
    caught: ['a removed conversation goes'],
  },
  {
    fault: 'never removes the history',
    bend: straight => ({
      removeConversation: (conversation, _, op) => straight.removeConversation?.(conversation, { withHistory: false }, op) ?? missing(),
    }),
    caught: ['a conversation removed with its history'],
  },
]
