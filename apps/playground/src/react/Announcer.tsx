import type { ConversationId } from '@parlance/core'
import { useChat, useMessage, useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { useEffect, useMemo } from 'react'
import { createAnnouncer } from '../shared/timeline/createAnnouncer.ts'
import { announcementLabel } from '../shared/wording/announcementLabel.ts'
import { usePanel } from './panelContext.ts'

/** Says new messages to screen readers: the rows themselves come and go with scrolling. */
export const Announcer = ({ id }: { readonly id: ConversationId }): ReactNode => {
  const chat = useChat()
  const { nameOf } = usePanel()
  const announcer = useMemo(() => createAnnouncer(chat.conversation(id)), [chat, id])
  useEffect(() => announcer.start(), [announcer])
  const key = useReadable(announcer.newest)
  const message = useMessage(key)
  return (
    <div className="visually-hidden" role="log" aria-live="polite" aria-label="New messages">
      <p key={key}>{message && announcementLabel(message, nameOf)}</p>
    </div>
  )
}
