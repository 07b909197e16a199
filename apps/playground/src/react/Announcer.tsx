import type { ConversationId } from '@parlance/core'
import { useChat, useMessage, useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { useEffect, useMemo } from 'react'
import { createAnnouncer } from '../shared/timeline/createAnnouncer.ts'
import { announcementLabel } from '../shared/wording/announcementLabel.ts'
import { useNameOf } from './useNameOf.ts'

/** Says to screen readers what came and what didn't go out: the rows themselves come and go with scrolling. */
export const Announcer = ({ id }: { readonly id: ConversationId }): ReactNode => {
  const chat = useChat()
  const nameOf = useNameOf()
  const announcer = useMemo(() => createAnnouncer(chat, id), [chat, id])
  useEffect(() => announcer.start(), [announcer])
  const newest = useReadable(announcer.newest)
  const message = useMessage(newest?.message)
  return (
    <div className="visually-hidden" role="log" aria-live="polite" aria-label="New messages" data-testid="announcer">
      <p key={newest?.number}>{message && announcementLabel(message, nameOf)}</p>
    </div>
  )
}
