import type { Message } from '@parlance/core'
import type { ReactNode } from 'react'
import { isEmojiOnly } from '../shared/format/isEmojiOnly.ts'
import { bodyLabel } from '../shared/wording/bodyLabel.ts'
import { tombstoneLabel } from '../shared/wording/tombstoneLabel.ts'
import { FileMessage } from './FileMessage.tsx'
import { ImageMessage } from './ImageMessage.tsx'
import { usePanel } from './panelContext.ts'

export const MessageBody = ({ message }: { readonly message: Message }): ReactNode => {
  const { nameOf } = usePanel()
  if (message.recalled) {
    return (
      <span className="tombstone" data-testid="tombstone">
        {tombstoneLabel(message, nameOf)}
      </span>
    )
  }
  const { body, send } = message
  const progress = send?.state === 'uploading' ? (send.progress ?? 0) : undefined
  switch (body.type) {
    case 'text':
      return (
        <span className={`message-text ${isEmojiOnly(body.text) ? 'is-emoji' : ''}`} data-testid="text" dir="auto">
          {body.text}
        </span>
      )
    case 'image':
      return <ImageMessage body={body} progress={progress} />
    case 'file':
      return <FileMessage attachment={body.attachment} progress={progress} />
    case 'command':
    case 'custom':
    case 'unknown':
      return <span className="tombstone">{bodyLabel(body)}</span>
  }
}
