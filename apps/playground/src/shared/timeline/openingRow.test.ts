import type { TimelineItem } from '@parlance/core'
import { group, sequence } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { openingRow } from './openingRow.ts'

const said = (key: string, mine: boolean): TimelineItem => ({
  type: 'message',
  key,
  message: { key, conversation: group('1'), from: mine ? 'me' : 'bob', mine, body: { type: 'text', text: key }, sentAt: 0 },
})
const rows = (...items: readonly TimelineItem[]) =>
  sequence({
    length: items.length,
    at: index => items[index],
    range: (from, to) => items.slice(from, to),
    indexOf: key => items.findIndex(item => item.key === key),
  })
const date: TimelineItem = { type: 'date', key: 'date', day: '2024-01-01' }
const marker: TimelineItem = { type: 'unread', key: 'unread' }
const known = { count: 1, exact: true }
const guessed = { count: 900, exact: false }

describe('a list opens', () => {
  it('at the unread marker, once all of the unread is here', () => {
    const items = rows(date, said('a', false), marker, said('b', false))
    expect(openingRow({ items, unread: known, history: { hasOlder: true } })).toBe(2)
    expect(openingRow({ items: rows(date, marker, said('a', false)), unread: guessed, history: { hasOlder: false } })).toBe(1)
  })

  it('at its end when the unread begin above what is loaded, even where my own messages stand above the marker', () => {
    const items = rows(date, said('a', true), marker, said('b', false))
    expect(openingRow({ items, unread: guessed, history: { hasOlder: true } })).toBeUndefined()
  })

  it('at its end when nothing is unread', () => {
    expect(
      openingRow({ items: rows(date, said('a', false)), unread: { count: 0, exact: true }, history: { hasOlder: true } }),
    ).toBeUndefined()
  })
})
