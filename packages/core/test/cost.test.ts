import { describe, expect, it } from 'vitest'
import { everything } from '../bench/capabilities.ts'
import { visits } from '../src/collections/orderedTree.ts'
import { group, type ConversationId } from '../src/model/ids.ts'
import type { StampedFact } from '../src/protocol/stampedFact.ts'
import { ChatStore } from '../src/store/chatStore.ts'
import { chatReadables } from '../src/store/chatReadables.ts'
import { conversationReadables } from '../src/store/conversationReadables.ts'
import { messageReadables, type MessageReadables } from '../src/store/messageReadables.ts'

const self = 'me'
const home = group('hot')
const position = (index: number): string => String(index).padStart(9, '0')
let seq = 0

const message = (index: number, conversation: ConversationId = home, from = index % 3 === 0 ? self : 'bob'): StampedFact => ({
  type: 'message',
  origin: 'live',
  message: {
    conversation,
    from,
    id: `${conversation}${index}`,
    body: { type: 'text', text: `words ${index}` },
    sentAt: index * 60_000,
    position: position(index),
  },
  covers: { from: index === 0 ? '' : position(index - 1), to: position(index) },
  seq: ++seq,
})
const read = (user: string, index: number): StampedFact => ({
  type: 'receipt',
  origin: 'live',
  conversation: home,
  user,
  kind: 'read',
  target: { upTo: { position: position(index) } },
  seq: ++seq,
})
const recalled = (index: number): StampedFact => ({
  type: 'recalled',
  origin: 'live',
  target: { conversation: home, id: `${home}${index}` },
  by: index % 3 === 0 ? self : 'bob',
  as: 'author',
  seq: ++seq,
})

const storeWith = (history: number): ChatStore => {
  const listener = { joined: () => undefined, happened: () => undefined, trimmed: () => undefined, failed: () => undefined }
  const store = new ChatStore({ self, capabilities: everything, dayOf: at => Math.floor(at / 86_400_000), listener })
  store.open.add(home)
  store.apply([{ type: 'page', conversation: home, covers: { from: '', to: '' }, live: true, seq: 0 }])
  store.apply(Array.from({ length: history }, (_, index) => message(index)))
  return store
}

const hold = (): void => undefined
const readablesOf = (store: ChatStore, index: number): MessageReadables => {
  const key = store.state.find({ conversation: home, id: `${home}${index}` })?.record.key ?? ''
  return messageReadables({ store, key, serverNow: () => 0, hold, watchWindows: () => hold })
}
/** Counts how often a Readable told something after the first time. */
const wakes = (readable: { subscribe(listener: () => void): () => void }): (() => number) => {
  let count = -1
  readable.subscribe(() => (count += 1))
  return () => count
}

describe('the nodes that an operation visits grow with the logarithm of the history', () => {
  const operations: Record<string, (store: ChatStore, history: number) => void> = {
    '[CVG1] a message at the end': (store, history) => store.apply([message(history)]),
    '[RCP4] a receipt that moves over everything': (store, history) => store.apply([read('bob', history - 1)]),
    '[UNR8] my mark over half of what is unread': (store, history) => store.apply([read(self, Math.floor(history / 2))]),
    '[RCL5] a recall in the middle': (store, history) => store.apply([recalled(Math.floor(history / 2) + 1)]),
    '[BND6] thirty rows in the middle of a timeline': (store, history) => {
      const { timeline } = conversationReadables({ store, id: home, self, watched: hold })
      timeline.get().slice(Math.floor(history / 2), Math.floor(history / 2) + 30)
    },
    '[RCV3] a page below, with a gap': (store, history) => {
      store.apply(
        Array.from({ length: 50 }, (_, index) => message(history + 100 + index)).map(fact =>
          fact.type === 'message' ? { ...fact, covers: { from: position(history + 100), to: position(history + 149) } } : fact,
        ),
      )
    },
  }
  // Built once: what one operation leaves behind is as nothing to the next.
  const stores = new Map([1_000, 10_000, 100_000].map(history => [history, storeWith(history)]))
  const visited = (run: (store: ChatStore, history: number) => void, history: number): number => {
    const store = stores.get(history) ?? storeWith(history)
    const before = visits.count
    run(store, history)
    return visits.count - before
  }
  for (const [name, run] of Object.entries(operations)) {
    it(name, () => {
      const [small, middle, large] = [1_000, 10_000, 100_000].map(history => visited(run, history)) as [number, number, number]
      // a hundredfold history is less than two more levels of a tree whose nodes hold eight at the least
      expect(large).toBeLessThanOrEqual(Math.max(small, middle) * 2.5 + 10)
      expect(large).toBeLessThan(1_500)
    })
  }
})

describe('a fact wakes the mounted readers whose value it changes, and nobody else', () => {
  it('[BND3] a watermark that moves wakes the receipts that it passes', () => {
    const store = storeWith(300)
    const mine = Array.from({ length: 60 }, (_, index) => index * 3)
    const counts = new Map(mine.map(index => [index, wakes(readablesOf(store, index).receipts)]))
    store.apply([read('bob', 100)])
    store.apply([read('bob', 130)])
    for (const [index, count] of counts) expect([index, count()]).toEqual([index, index <= 100 ? 1 : index <= 130 ? 1 : 0])
    store.apply([read('carol', 45)])
    for (const [index, count] of counts) expect([index, count()]).toEqual([index, (index <= 130 ? 1 : 0) + (index <= 45 ? 1 : 0)])
  })

  it('[BND3] a new message wakes its conversation and the list, no message and no other conversation', () => {
    const store = storeWith(50)
    store.apply([message(0, group('other'))])
    const here = conversationReadables({ store, id: home, self, watched: hold })
    const there = conversationReadables({ store, id: group('other'), self, watched: hold })
    const chat = chatReadables(store)
    const woken = {
      messages: wakes(here.messages),
      unread: wakes(here.unread),
      typing: wakes(here.typing),
      draft: wakes(here.draft),
      list: wakes(chat.conversations),
      total: wakes(chat.totalUnread),
    }
    const asleep = [
      wakes(there.messages),
      wakes(there.unread),
      wakes(there.info),
      wakes(chat.blocklist),
      wakes(chat.outbox),
      wakes(chat.connection),
      wakes(readablesOf(store, 10).message),
      wakes(readablesOf(store, 12).status),
    ]
    store.apply([message(50, home, 'bob')])
    expect(Object.values(woken).map(count => count())).toEqual([1, 1, 0, 0, 1, 1])
    expect(asleep.map(count => count())).toEqual(asleep.map(() => 0))
  })

  it('[BND3] an edit wakes the readers of that message; a repeated fact nobody', () => {
    const store = storeWith(50)
    const edited: StampedFact = {
      type: 'edited',
      origin: 'live',
      target: { conversation: home, id: `${home}9` },
      by: self,
      as: 'author',
      body: { type: 'text', text: 'better' },
      version: '1',
      seq: ++seq,
    }
    const { messages } = conversationReadables({ store, id: home, self, watched: hold })
    const counts = { that: wakes(readablesOf(store, 9).message), next: wakes(readablesOf(store, 10).message), list: wakes(messages) }
    const neighbour = messages.get().at(10)
    store.apply([edited])
    expect(Object.values(counts).map(count => count())).toEqual([1, 0, 1])
    expect(messages.get().at(10)).toBe(neighbour)
    store.apply([{ ...edited, seq: edited.seq }, message(49)])
    expect(Object.values(counts).map(count => count())).toEqual([1, 0, 1])
  })

  it('[BND3] ten thousand readers that are unmounted again cost nothing', () => {
    const cost = (store: ChatStore): number => {
      const before = visits.count
      store.apply([read('bob', 99), message(100), recalled(99)])
      return visits.count - before
    }
    const store = storeWith(100)
    const stops = Array.from({ length: 10_000 }, (_, index) => readablesOf(store, index % 100).receipts.subscribe(hold))
    for (const stop of stops) stop()
    expect(cost(store)).toBe(cost(storeWith(100)))
  })
})
