const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The time of day, as in `09:41`. */
export const timeLabel = (at: number): string => clock.format(at)
