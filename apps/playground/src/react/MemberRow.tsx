import type { Membership } from '@parlance/core'
import { useUser } from '@parlance/react'
import type { ReactNode } from 'react'
import type { Attempts } from '../shared/command/createAttempts.ts'
import type { GroupRights } from '../shared/groups/groupRights.ts'
import { memberMenu } from '../shared/groups/memberMenu.ts'
import { roleLabel } from '../shared/wording/roleLabel.ts'
import { MenuButton } from './MenuButton.tsx'
import { usePanel } from './panelContext.ts'
import { UserAvatar } from './UserAvatar.tsx'

export interface MemberRowProps {
  readonly member: Membership
  readonly own: Membership | undefined
  readonly rights: GroupRights
  readonly attempts: Attempts
}

export const MemberRow = ({ member, own, rights, attempts }: MemberRowProps): ReactNode => {
  const { chat, select } = usePanel()
  const { user, role = 'member', muted = false } = member
  const { name } = useUser(user)
  return (
    <li className="member" data-testid="member" data-user={user} data-role={role} data-muted={muted}>
      <UserAvatar user={user} withPresence className="is-small" />
      <bdi className="member-name">{user === chat.self ? `${name} (you)` : name}</bdi>
      <span className="member-role">{roleLabel(member)}</span>
      {user !== chat.self && (
        <MenuButton label={`Actions for ${name}`} items={() => memberMenu({ chat, attempts, select, member, own, rights })} />
      )}
    </li>
  )
}
