import { chatError } from '@parlance/core'

/** What has to be there for an event to be understood: without it the event is a fault. */
export const needed = <T>(value: T | undefined): T => {
  if (value === undefined) throw chatError('protocol')
  return value
}
