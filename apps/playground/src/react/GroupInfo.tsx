import type { Conversation } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import { groups } from '@parlance/core/groups'
import { useCapabilities, useMembers } from '@parlance/react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { createAttempts } from '../shared/command/createAttempts.ts'
import { groupRights, rightsLabel } from '../shared/groups/groupRights.ts'
import { peopleErrors } from '../shared/wording/peopleErrors.ts'
import { AttemptError } from './AttemptError.tsx'
import { Avatar } from './Avatar.tsx'
import { ConfirmButton } from './ConfirmButton.tsx'
import { InvitePeople } from './InvitePeople.tsx'
import { MemberList } from './MemberList.tsx'
import { usePanel } from './panelContext.ts'
import { TitleForm } from './TitleForm.tsx'

export interface GroupInfoProps {
  readonly conversation: Conversation
  readonly title: string
}

/** Who is in a group or room, and what I may do about it. */
export const GroupInfo = ({ conversation: { id, avatar }, title }: GroupInfoProps): ReactNode => {
  const { chat } = usePanel()
  const capabilities = useCapabilities()
  const members = useMembers(id)
  const [attempts] = useState(createAttempts)
  const { leave, dissolve } = groups(chat)
  const own = members.find(({ user }) => user === chat.self)
  const rights = groupRights(capabilities, own)
  const note = rightsLabel(own)
  return (
    <>
      <div className="info-head">
        <Avatar name={title} picture={avatar} className="is-shared is-large" />
        {rights.update ? (
          <TitleForm key={title} id={id} title={title} attempts={attempts} />
        ) : (
          <h4 className="info-title">
            <bdi>{title}</bdi>
          </h4>
        )}
        <p className="info-note">{id}</p>
      </div>
      <AttemptError attempts={attempts} words={peopleErrors} />
      <MemberList id={id} members={members} own={own} rights={rights} attempts={attempts} />
      {rights.invite && <InvitePeople id={id} attempts={attempts} />}
      {note !== undefined && (
        <p className="info-note" data-testid="rights">
          {note}
        </p>
      )}
      {own !== undefined && (
        <div className="form-line">
          <ConfirmButton
            label={conversationKind(id) === 'group' ? 'Leave the group' : 'Leave the room'}
            question="Really leave?"
            testId="leave"
            onConfirm={() => void attempts.run(leave(id))}
          />
          {rights.dissolve && (
            <ConfirmButton
              label="Dissolve it"
              question="Really, for all?"
              testId="dissolve"
              onConfirm={() => void attempts.run(dissolve(id))}
            />
          )}
        </div>
      )}
    </>
  )
}
