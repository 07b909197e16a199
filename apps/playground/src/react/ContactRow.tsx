import type { Contact } from '@parlance/core'
import { direct } from '@parlance/core'
import { useCapabilities, usePresence, useReadable, useUser } from '@parlance/react'
import type { ReactNode } from 'react'
import type { Attempts } from '../shared/command/createAttempts.ts'
import { currentMinute } from '../shared/minute.ts'
import { contactActions, isAtHand } from '../shared/people/contactActions.ts'
import { contactNote } from '../shared/people/contactNote.ts'
import { MenuButton } from './MenuButton.tsx'
import { usePanel } from './panelContext.ts'
import { UserAvatar } from './UserAvatar.tsx'

export interface ContactRowProps {
  readonly contact: Contact
  readonly isBlocked: boolean
  readonly attempts: Attempts
}

export const ContactRow = ({ contact, isBlocked, attempts }: ContactRowProps): ReactNode => {
  const { chat, select } = usePanel()
  const { user, state } = contact
  const { name } = useUser(user)
  const presence = usePresence(user)
  const now = useReadable(currentMinute)
  const can = useCapabilities()
  const actions = contactActions({ chat, user, state, isBlocked, can, attempts, select })
  return (
    <li className="contact" data-testid="contact" data-user={user}>
      <button type="button" className="contact-person" data-testid="contact-open" onClick={() => select(direct(user))}>
        <UserAvatar user={user} withPresence={!isBlocked} />
        <bdi className="contact-name">{name}</bdi>
        <span className="contact-note">{contactNote(contact, presence, now)}</span>
      </button>
      {actions.filter(isAtHand).map(({ id, label, run }) => (
        <button
          key={id}
          type="button"
          className={`button ${id === 'accept' ? 'is-main' : ''}`}
          data-testid={id}
          aria-label={`${label}: ${name}`}
          onClick={run}
        >
          {label}
        </button>
      ))}
      <MenuButton label={`Actions for ${name}`} items={() => actions.filter(action => !isAtHand(action))} />
    </li>
  )
}
