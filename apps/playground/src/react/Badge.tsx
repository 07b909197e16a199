import type { ConversationUnread } from '@parlance/core'
import type { ReactNode } from 'react'
import { unreadLabel, unreadNumber } from '../shared/wording/unreadLabel.ts'

export interface BadgeProps {
  readonly unread: ConversationUnread
  readonly silenced?: boolean
}

export const Badge = ({ unread, silenced = false }: BadgeProps): ReactNode => {
  const label = unreadLabel(unread)
  if (label === '') return null
  const isMarked = unread.count === 0
  return (
    <span
      className={`badge ${silenced ? 'is-silenced' : ''} ${isMarked ? 'is-marked' : ''}`}
      data-testid="unread"
      data-count={unread.count}
    >
      <span aria-hidden="true">{isMarked ? '' : unreadNumber(unread)}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  )
}
