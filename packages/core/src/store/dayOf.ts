const quarterMs = 900_000
const dayMs = 86_400_000
const mostCached = 20_000

/**
 * Days since 1970 of a time, in a time zone (IANA name; default: the machine's). Asks `Intl` once per quarter of an hour: no zone
 * changes its offset within one.
 */
export const dayIn = (timeZone: string | undefined): ((at: number) => number) => {
  const format = new Intl.DateTimeFormat('en-US', {
    calendar: 'gregory',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    ...(timeZone !== undefined && { timeZone }),
  })
  const days = new Map<number, number>()
  return at => {
    const quarter = Math.floor(at / quarterMs)
    const known = days.get(quarter)
    if (known !== undefined) return known
    if (days.size >= mostCached) days.clear()
    const day = dayFrom(format.formatToParts(quarter * quarterMs))
    days.set(quarter, day)
    return day
  }
}

const dayFrom = (parts: readonly Intl.DateTimeFormatPart[]): number => {
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find(candidate => candidate.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day')) / dayMs
}
