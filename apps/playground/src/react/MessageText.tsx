import type { TextBody } from '@parlance/core'
import { isOnlyEmoji } from '@parlance/core/emoji'
import type { ReactNode } from 'react'
import { emojiMap, imageOf } from '../shared/emoji/pictures.ts'
import type { TextPart } from '../shared/mentions/textParts.ts'
import { textParts } from '../shared/mentions/textParts.ts'
import { usePanel } from './panelContext.ts'
import { useNameOf } from './useNameOf.ts'

export const MessageText = ({ body }: { readonly body: TextBody }): ReactNode => {
  const { chat } = usePanel()
  const nameOf = useNameOf()
  return (
    <span className={`message-text ${isOnlyEmoji(body.text, emojiMap) ? 'is-emoji' : ''}`} data-testid="text">
      {textParts(body, { nameOf, self: chat.self }).map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </span>
  )
}

const Part = ({ part }: { readonly part: TextPart }): ReactNode => {
  switch (part.type) {
    case 'text':
      return part.text
    case 'emoji':
      return <img className="emoji" src={imageOf(part.emoji)} alt={part.emoji.char} title={part.emoji.label} />
    case 'mention':
      return (
        <strong className={`mention ${part.isMe ? 'is-me' : ''}`} data-testid="mention">
          {part.text}
        </strong>
      )
  }
}
