import type { EmojiEntry, EmojiMap } from '@parlance/core/emoji'
import { defaultEmoji, withImages } from '@parlance/core/emoji'

/** Where the dev server has the picture of an emoji. */
export const pictureOf = (char: string): string => `${import.meta.env.BASE_URL}emoji/${encodeURIComponent(char)}.svg`

/** What is drawn as a picture in messages: the codes of the default map; and every Unicode emoji, by `imageOf`. */
export const emojiMap: EmojiMap = withImages(defaultEmoji, ({ char }) => pictureOf(char))

/** The picture of an emoji in a text, be it in the map or not. */
export const imageOf = ({ image, char }: EmojiEntry): string => image ?? pictureOf(char)
