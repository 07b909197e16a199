import type { Unread } from '@parlance/core'
import type { ReactNode } from 'react'
import { toEndLabel } from '../shared/wording/toEndLabel.ts'
import { unreadNumber } from '../shared/wording/unreadLabel.ts'
import { Icon } from './Icon.tsx'

export interface ToEndProps {
  readonly unread: Unread
  readonly onGo: () => void
}

export const ToEnd = ({ unread, onGo }: ToEndProps): ReactNode => (
  <button type="button" className="icon-button to-end" data-testid="to-end" aria-label={toEndLabel(unread)} onClick={onGo}>
    <Icon name="down" />
    {unread.count > 0 && <span className="badge">{unreadNumber(unread)}</span>}
  </button>
)
