import type { Message } from '@parlance/core'
import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { momentLabel } from '../shared/format/momentLabel.ts'
import { currentMinute } from '../shared/minute.ts'
import { snippet } from '../shared/search/snippet.ts'
import { messageLabel } from '../shared/wording/messageLabel.ts'
import { usePanel } from './panelContext.ts'
import { useNameOf } from './useNameOf.ts'

export interface FoundMessageProps {
  readonly message: Message
  readonly words: string
}

export const FoundMessage = ({ message, words }: FoundMessageProps): ReactNode => {
  const { goTo } = usePanel()
  const nameOf = useNameOf()
  const now = useReadable(currentMinute)
  const { conversation, from, mine, sentAt } = message
  return (
    <button type="button" className="found" data-testid="found" onClick={() => goTo(conversation, message)}>
      <bdi className="found-name">{mine ? 'You' : nameOf(from)}</bdi>
      <time dateTime={new Date(sentAt).toISOString()}>{momentLabel(sentAt, now)}</time>
      <bdi className="found-words">
        {snippet(messageLabel(message, nameOf), words).map(({ text, isMatch }, index) =>
          isMatch ? <mark key={index}>{text}</mark> : text,
        )}
      </bdi>
    </button>
  )
}
