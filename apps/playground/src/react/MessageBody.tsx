import type { Message } from '@parlance/core'
import type { ReactNode } from 'react'
import { bodyLabel } from '../shared/wording/bodyLabel.ts'
import { tombstoneLabel } from '../shared/wording/tombstoneLabel.ts'
import { FileMessage } from './FileMessage.tsx'
import { ImageMessage } from './ImageMessage.tsx'
import { MessageText } from './MessageText.tsx'
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
      return <MessageText text={body.text} />
    case 'image':
      return <ImageMessage body={body} progress={progress} />
    case 'file':
      return <FileMessage attachment={body.attachment} progress={progress} />
    case 'urlImage':
    case 'audio':
    case 'video':
    case 'location':
    case 'command':
    case 'custom':
    case 'notice':
    case 'unknown':
      return <span className="tombstone">{bodyLabel(body)}</span>
  }
}
