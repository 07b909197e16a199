import type { Announcement } from './announcement.ts'

export interface Queued {
  readonly announcement: Announcement
  /** The answer to the device's own request. */
  readonly echo: boolean
}

/** What one device is told, numbered without holes from 1. The oldest go when there are too many. */
export interface DeviceQueue {
  /** The last number given; 0 if none. */
  readonly last: number
  push(queued: Queued): void
  at(number: number): Queued | undefined
  /** Whether everything after a number is still here. */
  reaches(number: number): boolean
  /** What was only of the moment, and came after a number, is left out; what follows moves up. */
  forgetFleeting(after: number): void
}

export const createDeviceQueue = (limit: () => number): DeviceQueue => {
  let dropped = 0
  let entries: Queued[] = []

  return {
    get last() {
      return dropped + entries.length
    },
    push(queued) {
      entries.push(queued)
      // Twice the limit at most, so that dropping costs nothing to speak of.
      if (entries.length > 2 * limit()) {
        const surplus = entries.length - limit()
        entries = entries.slice(surplus)
        dropped += surplus
      }
    },
    at: number => entries[number - dropped - 1],
    reaches: number => number >= dropped && number >= dropped + entries.length - limit() && number <= dropped + entries.length,
    forgetFleeting(after) {
      entries = entries.filter((queued, index) => dropped + index < after || queued.announcement.fleeting !== true)
    },
  }
}
