import type { Connection } from '@parlance/core'
import { errorLabel } from './errorLabel.ts'

/** What stands where a list of conversations has none. */
export const emptyListLabel = (connection: Connection): string => {
  switch (connection.state) {
    case 'online':
      return 'No conversations yet'
    case 'connecting':
    case 'syncing':
      return 'Connecting…'
    case 'offline':
      return connection.error === undefined ? 'Not connected' : `${errorLabel(connection.error)}. It is tried again.`
    case 'closed':
      return ''
  }
}
