import { isOnlyEmoji, segment } from '@parlance/core/emoji'
import type { ReactNode } from 'react'
import { emojiMap, imageOf } from '../shared/emoji/pictures.ts'

export const MessageText = ({ text }: { readonly text: string }): ReactNode => (
  <span className={`message-text ${isOnlyEmoji(text, emojiMap) ? 'is-emoji' : ''}`} data-testid="text">
    {segment(text, emojiMap).map((part, index) =>
      part.type === 'text' ? (
        part.text
      ) : (
        <img key={index} className="emoji" src={imageOf(part.emoji)} alt={part.emoji.char} title={part.emoji.label} />
      ),
    )}
  </span>
)
