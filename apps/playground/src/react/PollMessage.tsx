import type { LiveMessage } from '@parlance/core'
import { useCapabilities } from '@parlance/react'
import type { CSSProperties, ReactNode } from 'react'
import type { Poll } from '../shared/poll/poll.ts'
import { canReact } from '../shared/reactions/canReact.ts'
import { Icon } from './Icon.tsx'
import { usePanel } from './panelContext.ts'

export interface PollMessageProps {
  readonly message: LiveMessage
  readonly poll: Poll
}

/** A question; a click on an answer votes for it. */
export const PollMessage = ({ message, poll: { question, options } }: PollMessageProps): ReactNode => {
  const { chat } = usePanel()
  const canVote = canReact(message, useCapabilities())
  const most = Math.max(1, ...options.map(({ votes }) => votes))
  return (
    <div className="poll" data-testid="poll">
      <p className="poll-question">
        <Icon name="poll" />
        <bdi>{question}</bdi>
      </p>
      <ul role="list">
        {options.map(({ text, vote, votes, isMine }) => {
          const style: CSSProperties & Record<'--share', number> = { '--share': votes / most }
          return (
            <li key={vote}>
              <button
                type="button"
                className="poll-option"
                data-testid="poll-option"
                data-votes={votes}
                aria-pressed={isMine}
                disabled={!canVote}
                style={style}
                onClick={() => void chat.conversation(message.conversation).react(message.key, vote, !isMine)}
              >
                <bdi>{text}</bdi>
                <span>{votes}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
