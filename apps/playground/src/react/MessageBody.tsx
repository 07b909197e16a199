import type { Message } from '@parlance/core'
import type { ReactNode } from 'react'
import { bodyLabel } from '../shared/wording/bodyLabel.ts'
import { tombstoneLabel } from '../shared/wording/tombstoneLabel.ts'
import { unreadableLabel } from '../shared/wording/unreadableLabel.ts'
import { AudioMessage } from './AudioMessage.tsx'
import { CustomMessage } from './CustomMessage.tsx'
import { FileMessage } from './FileMessage.tsx'
import { ImageMessage } from './ImageMessage.tsx'
import { LocationMessage } from './LocationMessage.tsx'
import { MessageText } from './MessageText.tsx'
import { UrlImageMessage } from './UrlImageMessage.tsx'
import { VideoMessage } from './VideoMessage.tsx'
import { useNameOf } from './useNameOf.ts'

export const MessageBody = ({ message }: { readonly message: Message }): ReactNode => {
  const nameOf = useNameOf()
  if (message.recalled) {
    return (
      <span className="tombstone" data-testid="tombstone">
        {tombstoneLabel(message, nameOf)}
      </span>
    )
  }
  const { key, body } = message
  switch (body.type) {
    case 'text':
      return <MessageText body={body} />
    case 'image':
      return <ImageMessage messageKey={key} body={body} />
    case 'urlImage':
      return <UrlImageMessage body={body} />
    case 'file':
      return <FileMessage messageKey={key} attachment={body.attachment} />
    case 'audio':
      return <AudioMessage messageKey={key} body={body} />
    case 'video':
      return <VideoMessage messageKey={key} body={body} />
    case 'location':
      return <LocationMessage body={body} />
    case 'custom':
      return <CustomMessage message={message} body={body} />
    case 'unknown':
      return (
        <span className="tombstone" data-testid="unreadable">
          {unreadableLabel}
        </span>
      )
    case 'command':
    case 'notice':
      return <span className="tombstone">{bodyLabel(body)}</span>
  }
}
