import type { RemoteMessage, StampedFact } from '@parlance/core'
import { group } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { eraseRecalled } from './eraseRecalled.ts'

const conversation = group('42')
const message = (names: Partial<RemoteMessage>, text = 'secret'): RemoteMessage => ({
  conversation,
  from: 'bob',
  body: { type: 'text', text },
  ext: { note: text },
  ...names,
})
const told = (names: Partial<RemoteMessage>, text?: string): StampedFact => ({
  type: 'message',
  origin: 'live',
  seq: 1,
  message: message(names, text),
})
const recall = (names: { id?: string; from?: string; localId?: string }, by = 'bob') =>
  ({ type: 'recalled', origin: 'live', seq: 9, target: names, by, as: 'author' }) as const

describe('what the inspector keeps of a recalled message [SEC4]', () => {
  it('no copy keeps its body, under whatever name it came', () => {
    const facts: readonly StampedFact[] = [
      told({ localId: 'a' }),
      told({ id: '1', localId: 'a' }),
      {
        type: 'edited',
        origin: 'live',
        seq: 2,
        target: { id: '1' },
        body: { type: 'text', text: 'secret, better' },
        by: 'bob',
        as: 'author',
      },
      { type: 'conversation', origin: 'live', seq: 3, entry: { id: conversation, last: message({ id: '1' }) } },
    ]
    expect(JSON.stringify(eraseRecalled(facts, recall({ id: '1' })))).not.toContain('secret')
    expect(JSON.stringify(eraseRecalled(facts, recall({ from: 'bob', localId: 'a' })))).not.toContain('secret')
  })

  it('other messages keep theirs', () => {
    const facts = [told({ id: '1' }), told({ id: '2' }, 'open'), told({ localId: 'a', from: 'carol' }, 'also open')]
    const kept = JSON.stringify(eraseRecalled(facts, recall({ id: '1' })))
    expect(kept).toContain('"open"')
    expect(kept).toContain('also open')
  })

  it('a stranger’s claim erases nothing', () => {
    const facts = [told({ id: '1' })]
    expect(eraseRecalled(facts, recall({ id: '1' }, 'mallory'))).toEqual(facts)
  })
})
