/// <reference types="node" />
/**
 * Cost per fact with 1,000 and with 100,000 messages of history, in one run: only the ratio counts.
 * Run: node packages/core/bench/slope.ts
 */
import { group, type ConversationId } from '../src/model/ids.ts'
import type { StampedFact } from '../src/protocol/stampedFact.ts'
import { ChatStore } from '../src/store/chatStore.ts'
import { conversationReadables } from '../src/store/conversationReadables.ts'
import { messageReadables } from '../src/store/messageReadables.ts'
import { everything } from './capabilities.ts'

const self = 'me'
const home: ConversationId = group('hot')
const others = Array.from({ length: 20 }, (_, index) => `user${index}`)
const position = (index: number): string => String(index).padStart(9, '0')
const start = Date.UTC(2026, 0, 1)

/** A message, a receipt, an edit, a recall, now and then, about what came lately: a busy group. */
const facts = function* (from: number, count: number): Iterable<StampedFact> {
  for (let index = from; index < from + count; index++) {
    const who = index % 5 === 0 ? self : (others[index % others.length] ?? self)
    const at = position(index)
    yield {
      type: 'message',
      origin: 'live',
      message: {
        conversation: home,
        from: who,
        id: `m${index}`,
        localId: `l${index}`,
        body: { type: 'text', text: `words ${index}` },
        sentAt: start + index * 1_000,
        position: at,
      },
      covers: { from: index === 0 ? '' : position(index - 1), to: at },
      seenAt: start + index * 1_000,
      seq: index * 4 + 1,
    }
    const late = { conversation: home, id: `m${Math.max(0, index - 7)}` }
    const reader = others[(index * 7) % others.length] ?? self
    if (index % 4 === 0)
      yield { type: 'receipt', origin: 'live', conversation: home, user: reader, kind: 'read', target: { upTo: late }, seq: index * 4 + 2 }
    if (index % 40 === 0)
      yield {
        type: 'edited',
        origin: 'live',
        target: late,
        by: self,
        as: 'moderator',
        body: { type: 'text', text: 'better' },
        version: at,
        seq: index * 4 + 3,
      }
    if (index % 50 === 0) yield { type: 'recalled', origin: 'live', target: late, by: self, as: 'moderator', at: start, seq: index * 4 + 4 }
    if (index % 10 === 0)
      yield { type: 'receipt', origin: 'echo', conversation: home, user: self, kind: 'read', target: { upTo: late }, seq: index * 4 + 4 }
  }
}

const filled = (history: number): ChatStore => {
  const listener = { joined: () => {}, happened: () => {}, trimmed: () => {}, failed: () => {} }
  const store = new ChatStore({ self, capabilities: everything, dayOf: at => Math.floor(at / 86_400_000), listener })
  store.open.add(home)
  store.apply([{ type: 'page', conversation: home, covers: { from: '', to: '' }, live: true, seq: 0 }])
  let batch: StampedFact[] = []
  for (const fact of facts(0, history)) {
    batch.push(fact)
    if (batch.length === 256) {
      store.apply(batch)
      batch = []
    }
  }
  store.apply(batch)
  return store
}

/** Nanoseconds of processor time per fact, a mounted timeline read over a window of 30 and 50 mounted receipts included. */
const cost = (store: ChatStore, history: number, burst: number, count: number): number => {
  const hold = (): void => {}
  const { timeline } = conversationReadables({ store, id: home, self, watched: hold })
  const stops = [
    timeline.subscribe(items => {
      items.slice(-30)
    }),
  ]
  for (let index = history - 250; index < history; index += 5) {
    const key = store.state.find({ conversation: home, id: `m${index}` })?.record.key ?? ''
    const { receipts } = messageReadables({ store, key, serverNow: () => start, hold, watchWindows: () => hold })
    stops.push(receipts.subscribe(hold))
  }
  const stream = [...facts(history, count)]
  const before = process.cpuUsage()
  for (let index = 0; index < stream.length; index += burst) store.apply(stream.slice(index, index + burst))
  const { user, system } = process.cpuUsage(before)
  for (const stop of stops) stop()
  return ((user + system) * 1_000) / stream.length
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const sizes = [1_000, 10_000, 100_000] as const
const rounds = 7
console.log('µs CPU per fact in one conversation, timeline and 50 receipts mounted, median of', rounds)
for (const burst of [1, 16, 256]) {
  const samples = new Map<number, number[]>(sizes.map(size => [size, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const size of sizes) {
      const measured = cost(filled(size), size, burst, 4_000)
      if (round > 0) samples.get(size)?.push(measured)
    }
  }
  const [small, middle, large] = sizes.map(size => median(samples.get(size) ?? []) / 1_000)
  if (small === undefined || middle === undefined || large === undefined) continue
  console.log(
    `burst ${burst}: ${small.toFixed(2)} at 1k, ${middle.toFixed(2)} at 10k, ${large.toFixed(2)} at 100k; slope 1k to 100k ${(large / small).toFixed(2)}`,
  )
}
