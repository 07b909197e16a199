import type { ConversationId } from '@parlance/core'
import { useCapabilities, useChat, useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { part } from '../shared/focus/part.ts'
import { createSearch } from '../shared/search/createSearch.ts'
import { sendersIn } from '../shared/search/sendersIn.ts'
import { foundLabel } from '../shared/wording/foundLabel.ts'
import { searchKinds } from '../shared/wording/searchKinds.ts'
import { FoundMessage } from './FoundMessage.tsx'
import { Icon } from './Icon.tsx'
import { usePanel } from './panelContext.ts'
import { useNameOf } from './useNameOf.ts'

/** Looks for messages in a conversation; a click on one goes there. */
export const SearchPanel = ({ id }: { readonly id: ConversationId }): ReactNode => {
  const chat = useChat()
  const { searching, focus } = usePanel()
  const nameOf = useNameOf()
  const { search: able = [] } = useCapabilities()
  const search = useMemo(() => createSearch(chat, id), [chat, id])
  const query = useReadable(search.query)
  const found = useReadable(search.found)
  const field = useRef<HTMLInputElement>(null)
  const [hasFilters, setFilters] = useState(false)
  const filters = useId()
  const senders = useMemo(() => sendersIn(chat.conversation(id).messages.get()), [chat, id])
  useEffect(() => {
    field.current?.focus()
    return search.stop
  }, [search])
  const close = (): void => {
    searching.set(false)
    focus.to(part.searchButton)
  }
  return (
    <div
      role="search"
      className="talk-search"
      aria-label="Search in this conversation"
      data-testid="search"
      onKeyDown={event => event.key === 'Escape' && !event.nativeEvent.isComposing && close()}
    >
      <div className="search-line">
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          className="field"
          data-testid="search-text"
          placeholder="Search in this conversation"
          aria-label="What to search for"
          dir="auto"
          value={query.text}
          onChange={event => search.change({ text: event.target.value })}
        />
        <button
          type="button"
          className="icon-button"
          data-testid="search-filters"
          aria-label="Filters"
          title="Filters"
          aria-expanded={hasFilters}
          aria-controls={filters}
          onClick={() => setFilters(!hasFilters)}
        >
          <Icon name="tune" />
        </button>
        <button type="button" className="icon-button" aria-label="Close the search" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <div id={filters} className="search-filters" hidden={!hasFilters}>
        {able.includes('senders') && (
          <label>
            <span>By</span>
            <select
              className="field"
              data-testid="search-sender"
              value={query.sender}
              onChange={event => search.change({ sender: event.target.value })}
            >
              <option value="">Anybody</option>
              {senders.map(user => (
                <option key={user} value={user}>
                  {user === chat.self ? 'You' : nameOf(user)}
                </option>
              ))}
            </select>
          </label>
        )}
        {able.includes('types') && (
          <label>
            <span>What</span>
            <select
              className="field"
              data-testid="search-kind"
              value={query.kind}
              onChange={({ target }) => search.change({ kind: searchKinds[target.selectedIndex]?.[0] ?? 'any' })}
            >
              {searchKinds.map(([kind, label]) => (
                <option key={kind} value={kind}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
        {able.includes('times') && (
          <>
            <label>
              <span>From</span>
              <input
                type="date"
                className="field"
                data-testid="search-from"
                value={query.from}
                onChange={event => search.change({ from: event.target.value })}
              />
            </label>
            <label>
              <span>To</span>
              <input
                type="date"
                className="field"
                data-testid="search-to"
                value={query.to}
                onChange={event => search.change({ to: event.target.value })}
              />
            </label>
          </>
        )}
      </div>
      <p className="search-state" role="status" data-testid="search-state" data-state={found.state}>
        {foundLabel(found)}
      </p>
      {found.messages.length > 0 && (
        <ul className="search-found" role="list">
          {found.messages.map(message => (
            <li key={message.key}>
              <FoundMessage message={message} words={query.text} />
            </li>
          ))}
          {found.next !== undefined && found.state !== 'loading' && (
            <li>
              <button type="button" className="button" data-testid="search-more" onClick={search.loadMore}>
                Show more
              </button>
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
