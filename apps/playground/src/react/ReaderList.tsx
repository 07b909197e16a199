import type { MessageKey } from '@parlance/core'
import { useReaders } from '@parlance/react'
import type { ReactNode, RefObject } from 'react'
import { timeLabel } from '../shared/format/timeLabel.ts'
import { errorLabel } from '../shared/wording/errorLabel.ts'
import { Popup } from './Popup.tsx'
import { UserAvatar } from './UserAvatar.tsx'
import { UserName } from './UserName.tsx'

export interface ReaderListProps {
  readonly messageKey: MessageKey
  readonly anchor: RefObject<HTMLElement | null>
  readonly onClose: () => void
}

export const ReaderList = ({ messageKey, anchor, onClose }: ReaderListProps): ReactNode => {
  const { items, state, hasMore, error, loadMore } = useReaders(messageKey)
  return (
    <Popup anchor={anchor} label="Read by" className="readers" testId="readers" onClose={onClose}>
      <p className="readers-title">Read by</p>
      <ul className="readers-list" role="list">
        {items.map(({ user, at, content }) => (
          <li key={user} className="reader" data-testid="reader">
            <UserAvatar user={user} className="is-small" />
            <UserName user={user} />
            {content !== undefined && (
              <bdi className="reader-note" data-testid="reader-note">
                {content}
              </bdi>
            )}
            {at !== undefined && <time dateTime={new Date(at).toISOString()}>{timeLabel(at)}</time>}
          </li>
        ))}
      </ul>
      {items.length === 0 && state === 'idle' && <p>Nobody yet</p>}
      {error !== undefined && <p>{errorLabel(error)}</p>}
      {hasMore && state !== 'loading' && (
        <button type="button" className="button" onClick={() => void loadMore()}>
          Show more
        </button>
      )}
    </Popup>
  )
}
