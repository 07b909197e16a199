import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cover, covers, intervalAt, type Coverage } from './coverage.ts'

const position = fc.integer({ min: 0, max: 30 }).map(index => String(index).padStart(3, '0'))
const interval = fc.tuple(position, position).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))

const union = (intervals: readonly { from: string; to: string }[]): Coverage =>
  intervals.reduce<Coverage>((coverage, { from, to }) => cover(coverage, from, to), [])

describe('coverage', () => {
  it('[RCV3] is the same union in whatever order intervals come', () => {
    fc.assert(
      fc.property(fc.array(interval), fc.array(interval), (a, b) => {
        expect(union([...a, ...b])).toEqual(union([...b, ...a, ...a]))
      }),
    )
  })

  it('[RCV3] joins what touches and keeps apart what does not', () => {
    fc.assert(
      fc.property(fc.array(interval), position, position, (intervals, a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const coverage = union(intervals)
        for (const [index, { to: end }] of coverage.entries())
          expect(coverage[index + 1] === undefined || end < (coverage[index + 1]?.from ?? '')).toBe(true)
        const covered = [from, to].every(at => intervals.some(interval => interval.from <= at && at <= interval.to))
        if (covers(coverage, from, to)) expect(covered).toBe(true)
        expect(intervalAt(coverage, a) !== undefined).toBe(intervals.some(interval => interval.from <= a && a <= interval.to))
      }),
    )
  })

  it('[RCV3] is the same value when nothing new is covered', () => {
    const coverage = union([
      { from: '001', to: '009' },
      { from: '020', to: '030' },
    ])
    expect(cover(coverage, '002', '005')).toBe(coverage)
    expect(cover(coverage, '020', '030')).toBe(coverage)
  })
})
