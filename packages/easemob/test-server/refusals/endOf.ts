import type { ChatError } from '@parlance/core'
import type { StatisticsBody } from '../frames/statistics.ts'

/** What a device is told whose session the backend ends; `undefined`: nothing, its link is just cut. */
export const endOf = ({ code }: ChatError, extension: string | undefined): StatisticsBody | undefined => {
  if (code === 'replacedElsewhere') {
    return { operation: 'USER_LOGIN_ANOTHER_DEVICE', ...(extension !== undefined && { reason: extension }) }
  }
  return code === 'authRejected' ? { operation: 'USER_REMOVED' } : undefined
}
