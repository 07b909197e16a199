import { defaultEmoji } from './defaultEmoji.ts'
import type { EmojiMap } from './emojiMap.ts'
import { segment } from './segment.ts'

/** Whether a text is a few emoji, at most `most`, with nothing but white space between them: a UI shows it large. */
export const isOnlyEmoji = (text: string, emojiMap: EmojiMap = defaultEmoji, most = 4): boolean => {
  const segments = segment(text, emojiMap).filter(({ type, text: written }) => type === 'emoji' || written.trim() !== '')
  return segments.length > 0 && segments.length <= most && segments.every(({ type }) => type === 'emoji')
}
