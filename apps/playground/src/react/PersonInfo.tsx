import type { UserId } from '@parlance/core'
import { contacts } from '@parlance/core/contacts'
import { useBlocklist, useCapabilities, usePresence, useReadable, useUser } from '@parlance/react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { createAttempts } from '../shared/command/createAttempts.ts'
import { currentMinute } from '../shared/minute.ts'
import { contactActions } from '../shared/people/contactActions.ts'
import { presenceLabel } from '../shared/wording/presenceLabel.ts'
import { standingLabel } from '../shared/wording/standingLabel.ts'
import { AttemptError } from './AttemptError.tsx'
import { Icon } from './Icon.tsx'
import { usePanel } from './panelContext.ts'
import { UserAvatar } from './UserAvatar.tsx'

/** What there is to know of somebody, and to do about them. */
export const PersonInfo = ({ user }: { readonly user: UserId }): ReactNode => {
  const { chat, select } = usePanel()
  const { name } = useUser(user)
  const presence = usePresence(user)
  const now = useReadable(currentMinute)
  const can = useCapabilities()
  const state = useReadable(contacts(chat).stateOf(user))
  const isBlocked = useBlocklist().includes(user)
  const [attempts] = useState(createAttempts)
  return (
    <>
      <div className="info-head">
        <UserAvatar user={user} withPresence className="is-large" />
        <h4 className="info-title">
          <bdi>{name}</bdi>
        </h4>
        <p className="info-note">{user}</p>
        {presence !== undefined && <p className="info-note">{presenceLabel(presence, now)}</p>}
        <p className="info-note" data-testid="standing">
          {standingLabel(state, isBlocked)}
        </p>
      </div>
      <div className="form-part">
        {contactActions({ chat, user, state, isBlocked, can, attempts, select })
          .filter(({ id }) => id !== 'write')
          .map(({ id, label, icon, danger, run }) => (
            <button key={id} type="button" className={`menu-item ${danger === true ? 'is-danger' : ''}`} data-action={id} onClick={run}>
              <Icon name={icon} />
              {label}
            </button>
          ))}
      </div>
      <AttemptError attempts={attempts} />
    </>
  )
}
