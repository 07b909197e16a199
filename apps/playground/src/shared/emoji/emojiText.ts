import { segment } from '@parlance/core/emoji'

/** A text with characters for its codes, where there is no room for pictures: `Hi :)` is `Hi 🙂`. */
export const emojiText = (text: string): string =>
  segment(text)
    .map(part => (part.type === 'emoji' ? part.emoji.char : part.text))
    .join('')
