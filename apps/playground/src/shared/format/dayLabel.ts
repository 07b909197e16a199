const sameYear = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const otherYear = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const MINUTE = 60_000
const DAY = 86_400_000

/** `YYYY-MM-DD` where this machine is. */
export const dayOf = (at: number): string => new Date(at - new Date(at).getTimezoneOffset() * MINUTE).toISOString().slice(0, 10)

/** A day for people: `Today`, `Yesterday`, `Monday, November 16`. Both days as `YYYY-MM-DD`. */
export const dayLabel = (day: string, today: string): string => {
  const at = Date.parse(day)
  const days = Math.round((Date.parse(today) - at) / DAY)
  if (days === 0) return 'Today'
  if (days === 1) return 'Yesterday'
  return (day.slice(0, 4) === today.slice(0, 4) ? sameYear : otherYear).format(at)
}
