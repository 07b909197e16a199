import type { Message, TimelineItem } from '@parlance/core'
import { direct, sequence } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { isJoined } from './row.ts'

const said = (from: string, minute: number): TimelineItem => {
  const key = `${from} ${minute}`
  const message: Message = {
    key,
    conversation: direct('bob'),
    from,
    mine: false,
    body: { type: 'text', text: key },
    sentAt: minute * 60_000,
  }
  return { type: 'message', key, message }
}
const rows = (...items: readonly TimelineItem[]) =>
  sequence({
    length: items.length,
    at: index => items[index],
    range: (from, to) => items.slice(from, to),
    indexOf: key => items.findIndex(item => item.key === key),
  })

describe('messages of one sender', () => {
  it('go on where the one above left off, within five minutes', () => {
    const items = rows(
      said('bob', 0),
      said('bob', 4),
      said('bob', 10),
      said('carol', 11),
      { type: 'unread', key: 'unread' },
      said('carol', 12),
    )
    expect([0, 1, 2, 3, 4, 5].map(index => isJoined(items, index))).toEqual([false, true, false, false, false, false])
  })
})
