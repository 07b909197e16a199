import type { ConversationCommands } from '@parlance/core'
import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { dayLabel, dayOf } from '../shared/format/dayLabel.ts'
import { currentMinute } from '../shared/minute.ts'
import type { Row } from '../shared/timeline/row.ts'
import { EventRow } from './EventRow.tsx'
import { GapRow } from './GapRow.tsx'
import { MessageRow } from './MessageRow.tsx'

export interface TimelineRowProps {
  readonly row: Row
  readonly talk: ConversationCommands
}

export const TimelineRow = ({ row: { item, joined }, talk }: TimelineRowProps): ReactNode => {
  const now = useReadable(currentMinute)
  switch (item.type) {
    case 'message': {
      const { message } = item
      if (message.body?.type === 'notice') return <EventRow message={message} notice={message.body} />
      return <MessageRow message={message} joined={joined} talk={talk} />
    }
    case 'date':
      return (
        <p className="divider" data-testid="date">
          <span className="divider-day">{dayLabel(item.day, dayOf(now))}</span>
        </p>
      )
    case 'unread':
      return (
        <p className="divider is-unread" data-testid="unread-marker">
          New messages
        </p>
      )
    case 'gap':
      return <GapRow gap={item} talk={talk} />
  }
}
