import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayIn } from './dayOf.ts'

it('[BND5] a day is the calendar day in the given time zone, whatever the machine’s is', () => {
  const zones = ['UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia', 'Europe/Berlin']
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: Date.UTC(2040, 0, 1) }), (timeZone, at) => {
      const text = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
      expect(new Date(dayIn(timeZone)(at) * 86_400_000).toISOString().slice(0, 10)).toBe(text)
    }),
  )
})
