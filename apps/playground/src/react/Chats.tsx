import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { filterNames, listFilters } from '../shared/list/listing.ts'
import { ConversationList } from './ConversationList.tsx'
import { Icon } from './Icon.tsx'
import { usePanel } from './panelContext.ts'

/** The conversations, and which of them are shown. */
export const Chats = (): ReactNode => {
  const { listing } = usePanel()
  const { filter, search } = useReadable(listing)
  return (
    <>
      <div className="list-tools">
        <label className="list-search">
          <Icon name="search" />
          <input
            type="search"
            aria-label="Search conversations"
            placeholder="Search"
            value={search}
            data-testid="list-search"
            onChange={event => listing.set({ filter, search: event.target.value })}
          />
        </label>
        <div className="chips" role="group" aria-label="Which conversations">
          {listFilters.map(one => (
            <button
              key={one}
              type="button"
              className="chip"
              data-testid={`filter-${one}`}
              aria-pressed={filter === one}
              onClick={() => listing.set({ filter: one, search })}
            >
              {filterNames[one]}
            </button>
          ))}
        </div>
      </div>
      <ConversationList listing={{ filter, search }} />
    </>
  )
}
