import type { Connection } from '@parlance/core'
import type { Listing, ListFilter } from '../list/listing.ts'
import { errorLabel } from './errorLabel.ts'

const nothing: Readonly<Record<ListFilter, string>> = {
  all: 'No conversations yet',
  unread: 'Everything is read',
  groups: 'No groups yet',
  archived: 'Nothing is archived',
}

/** What stands where a list of conversations has none. */
export const emptyListLabel = (connection: Connection, { filter, search }: Listing): string => {
  switch (connection.state) {
    case 'online':
      return search.trim() === '' ? nothing[filter] : `Nothing is called “${search.trim()}” here`
    case 'connecting':
    case 'syncing':
      return 'Connecting…'
    case 'offline':
      return connection.error === undefined ? 'Not connected' : `${errorLabel(connection.error)}. It is tried again.`
    case 'closed':
      return ''
  }
}
