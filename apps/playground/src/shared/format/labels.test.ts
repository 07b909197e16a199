import { describe, expect, it } from 'vitest'
import { bytesLabel } from './bytesLabel.ts'
import { dayLabel } from './dayLabel.ts'
import { hueOf } from './hueOf.ts'
import { initials } from './initials.ts'
import { momentLabel } from './momentLabel.ts'

describe('labels for people', () => {
  it.for([
    ['2026-11-23', 'Today'],
    ['2026-11-22', 'Yesterday'],
    ['2026-11-16', 'Monday, November 16'],
    ['2025-12-31', 'December 31, 2025'],
  ])('a day: %s is %s', ([day, label]) => expect(dayLabel(day!, '2026-11-23')).toBe(label))

  it('a moment: the time today, then the day, then the date', () => {
    const now = new Date(2026, 10, 23, 12, 0).getTime()
    const ago = (days: number): string => momentLabel(new Date(2026, 10, 23 - days, 9, 5).getTime(), now)
    expect([ago(0), ago(1), ago(3), ago(20)]).toEqual(['09:05', 'Yesterday', 'Fri', 'Nov 3'])
  })

  it.for([
    [0, '0 B'],
    [999, '999 B'],
    [1_500, '1.5 kB'],
    [250_000, '250 kB'],
    [3_400_000, '3.4 MB'],
  ] as const)('a size: %d is %s', ([bytes, label]) => expect(bytesLabel(bytes)).toBe(label))

  it.for([
    ['Alice', 'A'],
    ['Weekend at the lake', 'WL'],
    ['👩‍🚀 Émile Zola', 'ÉZ'],
    ['__proto__', 'P'],
    ['???', '?'],
  ])('initials: %s gives %s', ([name, letters]) => expect(initials(name!)).toBe(letters))

  it('a hue is the same for the same name', () => {
    expect(hueOf('alice')).toBe(hueOf('alice'))
    expect(hueOf('alice')).not.toBe(hueOf('bob'))
    expect(hueOf('')).toBeLessThan(360)
  })
})
