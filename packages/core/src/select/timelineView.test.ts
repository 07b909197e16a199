import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noMessages, afterPosition } from '../state/messageTree.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import { timelineView } from './timelineView.ts'

const record = (index: number, gapBefore: boolean, day: number, state: 'row' | 'silent' | 'deleted', mine: boolean): MessageRecord => ({
  key: `k${index}`,
  conversation: 'group:g',
  from: mine ? 'me' : 'bob',
  mine,
  ids: [`m${index}`],
  position: String(index).padStart(5, '0'),
  order: index,
  tie: `m${index}`,
  face: {},
  silent: state === 'silent',
  deleted: state === 'deleted',
  confirmed: true,
  mentionsMe: false,
  gapBefore: index > 0 && gapBefore,
  day,
})

/** The rows one by one, as anybody would list them. */
const naive = (records: readonly MessageRecord[], markerIndex: number | undefined): string[] => {
  const rows: string[] = []
  let day: number | undefined
  let marked = false
  for (const [index, { key, gapBefore, silent, deleted, mine, day: own }] of records.entries()) {
    if (gapBefore) rows.push(`gap ${key}`)
    if (silent || deleted) continue
    if (day !== own) rows.push(`date ${key}`)
    day = own
    if (!marked && !mine && markerIndex !== undefined && index >= markerIndex) {
      rows.push('unread')
      marked = true
    }
    rows.push(key)
  }
  return rows
}

const history = fc
  .array(
    fc.record({
      gap: fc.boolean(),
      nextDay: fc.boolean(),
      state: fc.constantFrom('row', 'row', 'row', 'silent', 'deleted'),
      mine: fc.boolean(),
    }),
    { maxLength: 150 },
  )
  .map(items => {
    let day = 20_000
    return items.map((item, index) => record(index, item.gap, (day += item.nextDay ? 1 : 0), item.state as 'row', item.mine))
  })

describe('the timeline', () => {
  it('[RCV3, BND6] is what listing the rows one by one gives: by index, by slice and by key', () => {
    fc.assert(
      fc.property(history, fc.option(fc.nat(150), { nil: undefined }), (records, given) => {
        const markerIndex = given === undefined ? undefined : Math.min(given, records.length)
        const messages = noMessages.setAll(records)
        const before = markerIndex === undefined ? undefined : records[markerIndex - 1]?.position
        const marker =
          markerIndex === undefined ? undefined : before === undefined ? { position: '', order: 0, tie: '' } : afterPosition(before)
        const find = (key: string): MessageRecord | undefined => records.find(candidate => candidate.key === key)
        const view = timelineView({ messages, marker, gaps: [], fillable: true, find })
        const expected = naive(records, markerIndex)
        expect(view.toArray().map(({ key }) => key)).toEqual(expected)
        expect(view.length).toBe(expected.length)
        expect(expected.map((_, index) => view.at(index)?.key)).toEqual(expected)
        expect(expected.map(key => view.indexOf(key))).toEqual(expected.map((_, index) => index))
        const middle = Math.floor(expected.length / 2)
        expect(view.slice(middle, middle + 7).map(({ key }) => key)).toEqual(expected.slice(middle, middle + 7))
      }),
      { numRuns: 300 },
    )
  })
})
