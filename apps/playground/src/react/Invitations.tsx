import { groups } from '@parlance/core/groups'
import { useInvitations } from '@parlance/react'
import type { ReactNode } from 'react'
import { orSay } from '../shared/command/orSay.ts'
import { invitationLabel } from '../shared/wording/invitationLabel.ts'
import { Icon } from './Icon.tsx'
import { usePanel } from './panelContext.ts'
import { useNameOf } from './useNameOf.ts'

/** Where I am asked to come. */
export const Invitations = (): ReactNode => {
  const panel = usePanel()
  const nameOf = useNameOf()
  const invitations = useInvitations()
  const { join, leave } = groups(panel.chat)
  if (invitations.length === 0) return null
  return (
    <ul className="invitations" role="list" aria-label="Invitations">
      {invitations.map(invitation => {
        const { conversation } = invitation
        const { title } = panel.chat.conversation(conversation).info.get()
        return (
          <li key={conversation} className="invitation" data-testid="invitation" data-conversation={conversation}>
            <Icon name="users" />
            <p className="invitation-text">{invitationLabel(invitation, title, nameOf)}</p>
            <div className="invitation-buttons">
              <button
                type="button"
                className="button is-main"
                data-testid="join-invited"
                onClick={() => void orSay(panel, 'Not joined', join(conversation))}
              >
                Join
              </button>
              <button
                type="button"
                className="button"
                data-testid="decline-invited"
                onClick={() => void orSay(panel, 'Not declined', leave(conversation))}
              >
                Decline
              </button>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
