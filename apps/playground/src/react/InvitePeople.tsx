import type { ConversationId } from '@parlance/core'
import { groups } from '@parlance/core/groups'
import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import type { Attempts } from '../shared/command/createAttempts.ts'
import { createPicking } from '../shared/groups/createPicking.ts'
import { outsiders } from '../shared/groups/outsiders.ts'
import { usePanel } from './panelContext.ts'
import { PeoplePicker } from './PeoplePicker.tsx'

export interface InvitePeopleProps {
  readonly id: ConversationId
  readonly attempts: Attempts
}

/** Asks others into a group or room. */
export const InvitePeople = ({ id, attempts }: InvitePeopleProps): ReactNode => {
  const { chat } = usePanel()
  const details = useRef<HTMLDetailsElement>(null)
  const [picking, setPicking] = useState(() => createPicking([]))
  const picked = useReadable(picking.picked)
  const { isRunning } = useReadable(attempts.state)
  const invite = async (): Promise<void> => {
    if ((await attempts.run(groups(chat).invite(id, [...picked]))) && details.current !== null) details.current.open = false
  }
  return (
    <details
      ref={details}
      className="invite"
      onToggle={event => {
        if (event.currentTarget.open) setPicking(createPicking(outsiders(chat, id)))
      }}
    >
      <summary className="button" data-testid="invite">
        Invite people
      </summary>
      <PeoplePicker legend="Whom?" picking={picking} />
      <button
        type="button"
        className="button is-main"
        data-testid="invite-picked"
        disabled={picked.size === 0 || isRunning}
        onClick={() => void invite()}
      >
        Invite
      </button>
    </details>
  )
}
