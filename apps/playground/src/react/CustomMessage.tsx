import type { CustomBody, LiveMessage } from '@parlance/core'
import type { ReactNode } from 'react'
import { readPoll } from '../shared/poll/poll.ts'
import { customLabel } from '../shared/wording/customLabel.ts'
import { PollMessage } from './PollMessage.tsx'

export interface CustomMessageProps {
  readonly message: LiveMessage
  readonly body: CustomBody
}

/** What an application means by its own messages: here, polls. Others are shown as they came. */
export const CustomMessage = ({ message, body: { event, data } }: CustomMessageProps): ReactNode => {
  const poll = event === 'poll' ? readPoll(data, message.reactions) : undefined
  if (poll !== undefined) return <PollMessage message={message} poll={poll} />
  return (
    <div className="custom" data-testid="custom">
      <p className="custom-event">
        <bdi>{event}</bdi>
      </p>
      <pre>{customLabel(data)}</pre>
    </div>
  )
}
