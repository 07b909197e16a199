import type { ConversationCommands, Message } from '@parlance/core'
import { useMessageActions } from '@parlance/react'
import type { ReactNode } from 'react'
import { discardMessage, retryMessage } from '../shared/timeline/unsentMessage.ts'
import { noticeLabel } from '../shared/wording/noticeLabel.ts'
import { usePanel } from './panelContext.ts'
import { ReadCount } from './ReadCount.tsx'

export interface MessageFootProps {
  readonly message: Message
  readonly talk: ConversationCommands
}

export const MessageFoot = ({ message, talk }: MessageFootProps): ReactNode => {
  const panel = usePanel()
  const { key, mine } = message
  const actions = useMessageActions(key)
  const notice = noticeLabel(message)
  return (
    <div className="message-foot">
      {notice !== undefined && (
        <span className={notice.isError ? 'is-error' : ''} data-testid="notice">
          {notice.text}
          {notice.isError && actions.retry && (
            <button type="button" className="link-button" data-testid="retry" onClick={() => retryMessage(panel, talk, key)}>
              Try again
            </button>
          )}
          {notice.isError && actions.cancel && (
            <button type="button" className="link-button" data-testid="cancel" onClick={() => discardMessage(panel, talk, key)}>
              Discard
            </button>
          )}
        </span>
      )}
      {mine && !message.recalled && <ReadCount messageKey={key} />}
    </div>
  )
}
