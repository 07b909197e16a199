import type { Message, NoticeBody } from '@parlance/core'
import type { ReactNode } from 'react'
import { timeLabel } from '../shared/format/timeLabel.ts'
import { eventLabel } from '../shared/wording/eventLabel.ts'
import { useNameOf } from './useNameOf.ts'

export interface EventRowProps {
  readonly message: Message
  readonly notice: NoticeBody
}

/** Something that happened to the conversation. */
export const EventRow = ({ message, notice }: EventRowProps): ReactNode => (
  <p className="divider" data-testid="event" data-event={notice.event} title={timeLabel(message.sentAt)}>
    <bdi>{eventLabel(message, notice, useNameOf())}</bdi>
  </p>
)
