import type { ConversationFilter } from '@parlance/core'

export type ListFilter = 'all' | 'unread' | 'groups' | 'archived'

/** Which conversations somebody wants to see. */
export interface Listing {
  readonly filter: ListFilter
  readonly search: string
}

export const wholeListing: Listing = { filter: 'all', search: '' }

export const filterNames: Readonly<Record<ListFilter, string>> = { all: 'All', unread: 'Unread', groups: 'Groups', archived: 'Archived' }

export const listFilters = ['all', 'unread', 'groups', 'archived'] as const satisfies readonly ListFilter[]

const filters: Readonly<Record<ListFilter, ConversationFilter>> = {
  all: { archived: false },
  unread: { unreadOnly: true, archived: false },
  groups: { kind: 'group', archived: false },
  archived: { archived: true },
}

export const filterOf = ({ filter, search }: Listing): ConversationFilter => ({ ...filters[filter], search })
