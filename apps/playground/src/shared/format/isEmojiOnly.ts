const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })
const MOST = 4

/** Whether a text is a few emoji and nothing else: shown large. */
export const isEmojiOnly = (text: string): boolean => {
  const bare = text.replace(/\s/g, '')
  if (bare === '' || bare.length > MOST * 12) return false
  const segments = [...characters.segment(bare)]
  return segments.length <= MOST && segments.every(({ segment }) => /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator})/u.test(segment))
}
