import type { ConversationId, MessageRef } from '@parlance/core'
import { useMessage } from '@parlance/react'
import type { ReactNode } from 'react'
import { messageOf } from '../shared/jump/messageOf.ts'
import { Icon } from './Icon.tsx'
import { usePanel } from './panelContext.ts'
import { QuoteText } from './QuoteText.tsx'

export interface QuoteBarProps {
  readonly id: ConversationId
  readonly replyTo: MessageRef
  readonly onCancel: () => void
}

/** What is being answered, above what is written. */
export const QuoteBar = ({ id, replyTo, onCancel }: QuoteBarProps): ReactNode => {
  const { chat } = usePanel()
  const message = useMessage(messageOf(chat.conversation(id).messages.get(), replyTo)?.key)
  return (
    <div className="composer-quote" data-testid="quote-bar">
      <Icon name="reply" />
      <QuoteText message={message} />
      <button type="button" className="icon-button" aria-label="Don’t reply to this" onClick={onCancel}>
        <Icon name="close" />
      </button>
    </div>
  )
}
