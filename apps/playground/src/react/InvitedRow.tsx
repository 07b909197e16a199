import type { ConversationId, UserId } from '@parlance/core'
import { groups } from '@parlance/core/groups'
import type { ReactNode } from 'react'
import type { Attempts } from '../shared/command/createAttempts.ts'
import { usePanel } from './panelContext.ts'
import { UserAvatar } from './UserAvatar.tsx'
import { UserName } from './UserName.tsx'

export interface InvitedRowProps {
  readonly id: ConversationId
  readonly user: UserId
  readonly mayTakeBack: boolean
  readonly attempts: Attempts
}

/** Somebody who was asked to come. */
export const InvitedRow = ({ id, user, mayTakeBack, attempts }: InvitedRowProps): ReactNode => {
  const { chat } = usePanel()
  return (
    <li className="member is-invited" data-testid="invited" data-user={user}>
      <UserAvatar user={user} className="is-small" />
      <span className="member-name">
        <UserName user={user} />
      </span>
      <span className="member-role">Invited</span>
      {mayTakeBack && (
        <button
          type="button"
          className="link-button"
          data-testid="uninvite"
          onClick={() => void attempts.run(groups(chat).remove(id, [user]))}
        >
          Take back
        </button>
      )}
    </li>
  )
}
