import type { Connection } from '@parlance/core'
import { errorLabel } from './errorLabel.ts'

/** The state of the link in a word, and in a sentence where there is more to say. */
export const connectionLook = (connection: Connection): { readonly label: string; readonly detail: string } => {
  switch (connection.state) {
    case 'online':
      return { label: 'Online', detail: 'Connected' }
    case 'connecting':
      return { label: 'Connecting', detail: 'The link is being opened' }
    case 'syncing':
      return { label: 'Syncing', detail: 'What was missed is coming in' }
    case 'offline':
      return {
        label: 'Offline',
        detail: connection.retryAt === undefined ? 'Not connected' : 'The link is lost; it is tried again',
      }
    case 'closed':
      return { label: 'Closed', detail: errorLabel(connection.error) }
  }
}
