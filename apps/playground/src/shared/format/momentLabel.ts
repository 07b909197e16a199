import { dayLabel, dayOf } from './dayLabel.ts'
import { timeLabel } from './timeLabel.ts'

const weekday = new Intl.DateTimeFormat('en', { weekday: 'short' })
const date = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' })
const WEEK = 6 * 86_400_000

/** When something happened, short enough for a list: the time today, `Yesterday`, a weekday, a date. */
export const momentLabel = (at: number, now: number): string => {
  const label = dayLabel(dayOf(at), dayOf(now))
  if (label === 'Today') return timeLabel(at)
  if (label === 'Yesterday') return label
  return (now - at < WEEK ? weekday : date).format(at)
}
