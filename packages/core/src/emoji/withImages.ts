import type { EmojiEntry, EmojiMap } from './emojiMap.ts'

/**
 * The same codes with pictures: asked once for each emoji, `undefined` where there is none.
 * @example
 * const pictures = withImages(defaultEmoji, ({ char }) => `/emoji/${encodeURIComponent(char)}.svg`)
 */
export const withImages = (emojiMap: EmojiMap, imageOf: (entry: EmojiEntry) => string | undefined): EmojiMap => {
  const pictured = new Map<EmojiEntry, EmojiEntry>()
  for (const entry of new Set(emojiMap.values())) {
    const image = imageOf(entry)
    pictured.set(entry, image === undefined ? entry : { ...entry, image })
  }
  return new Map(Array.from(emojiMap, ([code, entry]) => [code, pictured.get(entry) ?? entry]))
}
