import type { ConversationId, Membership } from '@parlance/core'
import { groups } from '@parlance/core/groups'
import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import type { Attempts } from '../shared/command/createAttempts.ts'
import type { GroupRights } from '../shared/groups/groupRights.ts'
import { errorLabel } from '../shared/wording/errorLabel.ts'
import { InvitedRow } from './InvitedRow.tsx'
import { MemberRow } from './MemberRow.tsx'
import { usePanel } from './panelContext.ts'

export interface MemberListProps {
  readonly id: ConversationId
  readonly members: readonly Membership[]
  readonly own: Membership | undefined
  readonly rights: GroupRights
  readonly attempts: Attempts
}

/** Who is in a group or room, and who is asked into it. */
export const MemberList = ({ id, members, own, rights, attempts }: MemberListProps): ReactNode => {
  const { invited, memberPages, loadMembers } = groups(usePanel().chat)
  const waiting = useReadable(invited(id))
  const { state, hasMore, error } = useReadable(memberPages(id))
  return (
    <div className="form-part">
      <h5 className="form-heading">Members</h5>
      <ul className="members" role="list" data-testid="members">
        {members.map(member => (
          <MemberRow key={member.user} member={member} own={own} rights={rights} attempts={attempts} />
        ))}
        {waiting.map(({ user }) => (
          <InvitedRow key={user} id={id} user={user} mayTakeBack={rights.remove} attempts={attempts} />
        ))}
      </ul>
      {error !== undefined && <p className="error-note">{errorLabel(error)}.</p>}
      {hasMore && state !== 'loading' && members.length > 0 && (
        <button type="button" className="button" data-testid="more-members" onClick={() => void loadMembers(id, { more: true })}>
          Show more
        </button>
      )}
    </div>
  )
}
