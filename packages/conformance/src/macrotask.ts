import { testClock } from '@parlance/core/testing'

/** A turn of the event loop: what was queued before has run. */
export const macrotask = (): Promise<void> => testClock().settle()
