import type { ConversationCommands, Message } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import { useUser } from '@parlance/react'
import type { CSSProperties, ReactNode } from 'react'
import { hueOf } from '../shared/format/hueOf.ts'
import { timeLabel } from '../shared/format/timeLabel.ts'
import { messageClass } from '../shared/timeline/messageClass.ts'
import { Directed } from './Directed.tsx'
import { Forwarded } from './Forwarded.tsx'
import { MessageBody } from './MessageBody.tsx'
import { MessageFoot } from './MessageFoot.tsx'
import { MessageTools } from './MessageTools.tsx'
import { Quote } from './Quote.tsx'
import { Reactions } from './Reactions.tsx'
import { Tick } from './Tick.tsx'
import { Upload } from './Upload.tsx'
import { UserAvatar } from './UserAvatar.tsx'

export interface MessageRowProps {
  readonly message: Message
  readonly joined: boolean
  readonly talk: ConversationCommands
}

export const MessageRow = ({ message, joined, talk }: MessageRowProps): ReactNode => {
  const { key, from, mine, sentAt, edited } = message
  const { name } = useUser(from)
  const isNamed = !mine && !joined && conversationKind(message.conversation) !== 'direct'
  const style: CSSProperties & Record<'--hue', number> = { '--hue': hueOf(name) }
  const time = timeLabel(sentAt)
  return (
    <article
      className={messageClass(message, joined)}
      style={style}
      data-testid="message"
      data-key={key}
      data-from={from}
      tabIndex={-1}
      aria-label={`${mine ? 'You' : name}, ${time}`}
    >
      {isNamed && <UserAvatar user={from} className="is-small message-avatar" />}
      <div className="bubble">
        {isNamed && (
          <p className="message-from">
            <bdi>{name}</bdi>
          </p>
        )}
        <Directed message={message} />
        <Forwarded message={message} />
        {!message.recalled && <Quote message={message} />}
        <div className="message-said" dir="auto">
          <MessageBody message={message} />
          <Upload message={message} />
          <span className="message-meta">
            {edited !== undefined && <span data-testid="edited">edited</span>}
            <time dateTime={new Date(sentAt).toISOString()}>{time}</time>
            {mine && !message.recalled && <Tick messageKey={key} />}
          </span>
        </div>
      </div>
      <MessageTools message={message} />
      <Reactions message={message} />
      <MessageFoot message={message} talk={talk} />
    </article>
  )
}
