import { describe, expect, it } from 'vitest'
import { emptyQuery, searchOptions } from './searchQuery.ts'

const all = ['text', 'types', 'senders', 'times'] as const

describe('a search', () => {
  it('asks for nothing while nothing is filled in', () => {
    expect(searchOptions(emptyQuery, all)).toBeUndefined()
    expect(searchOptions({ ...emptyQuery, text: '  ' }, all)).toBeUndefined()
  })

  it('asks for all that is filled in, with both days whole', () => {
    expect(searchOptions({ text: ' boat ', sender: 'bob', kind: 'pictures', from: '2026-02-27', to: '2026-02-28' }, all)).toEqual({
      text: 'boat',
      senders: ['bob'],
      types: ['image', 'urlImage'],
      since: new Date(2026, 1, 27).getTime(),
      until: new Date(2026, 2, 1).getTime() - 1,
    })
  })

  it('leaves out what the backend can’t search by', () => {
    expect(searchOptions({ ...emptyQuery, text: 'boat', sender: 'bob' }, ['text'])).toEqual({ text: 'boat' })
    expect(searchOptions({ ...emptyQuery, sender: 'bob' }, ['text'])).toBeUndefined()
  })
})
