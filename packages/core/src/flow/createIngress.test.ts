import { describe, expect, it } from 'vitest'
import { everything } from '../../bench/capabilities.ts'
import type { ChatError } from '../model/error.ts'
import { group } from '../model/ids.ts'
import type { Clock } from '../protocol/clock.ts'
import type { Fact, MessageFact } from '../protocol/fact.ts'
import type { StampedFact } from '../protocol/stampedFact.ts'
import { ChatStore } from '../store/chatStore.ts'
import { testClock } from '../testing/testClock.ts'
import { createBusy } from './busy.ts'
import { createIngress } from './createIngress.ts'

const home = group('g')
const position = (index: number): string => String(index).padStart(3, '0')
const message = (index: number, more: Partial<MessageFact> = {}): MessageFact => ({
  type: 'message',
  origin: 'live',
  message: {
    conversation: home,
    from: 'bob',
    id: `m${index}`,
    body: { type: 'text', text: 'words' },
    position: position(index),
    sentAt: 1_000 + index,
  },
  ...more,
})

const setUp = () => {
  const base = testClock()
  const frames: (() => void)[] = []
  const clock: Clock = { ...base, now: base.now, frame: run => (frames.push(run), () => undefined) }
  const batches: (readonly StampedFact[])[] = []
  const errors: ChatError[] = []
  const store = new ChatStore({
    self: 'me',
    capabilities: everything,
    dayOf: () => 0,
    listener: {
      joined: facts => void batches.push(facts),
      happened: () => undefined,
      trimmed: () => undefined,
      failed: error => void errors.push(error),
    },
  })
  const ingress = createIngress({
    reader: store.reader,
    sink: store,
    clock,
    busy: createBusy(new AbortController().signal),
    frames: true,
    serverNow: base.now,
    canonical: undefined,
    counter: 0,
  })
  return { base, frames, batches, errors, store, ingress, stamps: () => batches.flat() }
}

describe('ingress', () => {
  it('[BND2] the first fact after quiet is applied when its task ends, what follows once per frame', async () => {
    const { base, frames, batches, ingress } = setUp()
    ingress.fact(message(1))
    ingress.fact(message(2))
    expect(batches).toHaveLength(0)
    await base.settle()
    expect(batches.map(batch => batch.length)).toEqual([2])
    ingress.fact(message(3))
    await base.settle()
    ingress.fact(message(4))
    await base.settle()
    expect(batches).toHaveLength(1)
    frames.shift()?.()
    expect(batches.map(batch => batch.length)).toEqual([2, 2])
    frames.shift()?.()
    ingress.fact(message(5))
    await base.settle()
    expect(batches.map(batch => batch.length)).toEqual([2, 2, 1])
  })

  it('[CVG2] facts are numbered when they come, an answer by when it was asked for', () => {
    const { ingress, stamps } = setUp()
    const requested = ingress.seq()
    ingress.fact(message(5))
    ingress.page(home, { facts: [message(4)], covers: { from: 'start', to: 'live' } }, requested)
    ingress.flush()
    expect(stamps().map(({ type, seq }) => [type, seq])).toEqual([
      ['message', requested + 1],
      ['page', requested],
      ['message', requested],
    ])
  })

  it('[RCV3] a live message covers from the greatest before it, unless something may lie between', () => {
    const { ingress, stamps } = setUp()
    const covered = (): unknown[] => stamps().flatMap(fact => (fact.type === 'message' ? [fact.covers] : []))
    ingress.fact(message(1))
    ingress.fact(message(3))
    ingress.flush()
    ingress.linkOpened()
    ingress.fact(message(6))
    ingress.fact(message(8))
    ingress.flush()
    expect(covered()).toHaveLength(2)
    ingress.synced('gap')
    ingress.fact(message(9))
    ingress.flush()
    expect(covered()).toEqual([
      { from: '001', to: '001' },
      { from: '001', to: '003' },
      { from: '006', to: '006' },
      { from: '006', to: '008' },
      { from: '008', to: '009' },
    ])
    expect(stamps().find(({ type }) => type === 'gap')?.seq).toBeLessThan(4)
  })

  it('[RCV3] a page asked for before a gap does not reach live, and one that is empty still covers', () => {
    const { ingress, stamps } = setUp()
    const before = ingress.seq()
    ingress.linkOpened()
    ingress.synced('gap')
    ingress.page(home, { facts: [message(2)], covers: { from: 'start', to: 'live' } }, before)
    ingress.page(home, { facts: [], covers: { from: 'start', to: '009' } }, ingress.seq())
    ingress.flush()
    expect(stamps().flatMap(fact => (fact.type === 'page' ? [[fact.covers, fact.live]] : []))).toEqual([
      [{ from: '', to: '002' }, false],
      [{ from: '', to: '009' }, false],
    ])
  })

  it('[RCP2] a mark at a whole conversation becomes a mark at what was newest when it came', () => {
    const { ingress, stamps } = setUp()
    const whole: Fact = { type: 'receipt', origin: 'live', conversation: home, user: 'bob', kind: 'read', target: { whole: true } }
    ingress.fact(message(1))
    ingress.fact(whole)
    ingress.fact(message(2))
    ingress.flush()
    expect(stamps()[1]).toMatchObject({ target: { upTo: { position: '001' } } })
  })

  it('[SEC1, RCV8] what is malformed is reported and left out, alone', () => {
    const { ingress, stamps, errors } = setUp()
    const broken = [
      { type: 'nonsense', origin: 'live' },
      { ...message(1), message: { ...message(1).message, id: '' } },
      { ...message(1), message: { ...message(1).message, conversation: 'somewhere' } },
      { ...message(1), message: null },
      { type: 'recalled', origin: 'live', target: {}, by: 'bob', as: 'author' },
      { type: 'readCount', origin: 'live', target: { id: 'm1' }, read: Number.NaN },
    ]
    for (const fact of broken) ingress.fact(fact as never)
    ingress.fact(message(2))
    ingress.flush()
    expect(errors.map(({ code }) => code)).toEqual(broken.map(() => 'protocol'))
    expect(stamps()).toHaveLength(1)
  })

  it('[SEC2] a URL that could run is dropped and reported; the message stays', () => {
    const { ingress, stamps, errors } = setUp()
    const image = (url: string): Fact => {
      const fact = message(1)
      return {
        ...fact,
        message: { ...fact.message, body: { type: 'image', attachment: { name: 'a.png', mime: 'image/png', size: 1, url } } },
      }
    }
    ingress.fact(image('javascript:alert(1)'))
    ingress.fact(image('https://example.com/a.png'))
    ingress.flush()
    expect(errors.map(({ code }) => code)).toEqual(['invalid'])
    expect(stamps().map(fact => (fact.type === 'message' ? fact.message.body : undefined))).toEqual([
      { type: 'image', attachment: { name: 'a.png', mime: 'image/png', size: 1 } },
      { type: 'image', attachment: { name: 'a.png', mime: 'image/png', size: 1, url: 'https://example.com/a.png' } },
    ])
  })

  it('[ID3] ids get their one spelling as they enter', () => {
    const { store } = setUp()
    const folding = createIngress({
      reader: store.reader,
      sink: store,
      clock: testClock(),
      busy: createBusy(new AbortController().signal),
      frames: false,
      serverNow: () => 0,
      canonical: id => id.toLowerCase(),
      counter: 0,
    })
    const fact = message(1)
    folding.fact({ ...fact, message: { ...fact.message, conversation: group('G'), from: 'Bob' } })
    folding.flush()
    expect(store.slice(home).messages.first()?.from).toBe('bob')
  })
})
