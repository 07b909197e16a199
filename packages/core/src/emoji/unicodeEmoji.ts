/** A pictograph, maybe in a skin tone, in its colourful style, as a key or as the flag of a region. */
const pictograph = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}](?:\p{Emoji_Modifier}|\ufe0f\u20e3?)?(?:[\u{e0020}-\u{e007e}]+\u{e007f})?`
/** The shape of an emoji, after UTS #51: a country's flag, a keycap, or pictographs in a row joined into one. */
const shape = new RegExp(String.raw`^(?:\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3|${pictograph}(?:\u200d${pictograph})*)$`, 'u')
/** What makes it a picture. Without any of these `©` and `↔` are signs like other signs. */
const colourful = /[\p{Emoji_Presentation}\ufe0f\u20e3\u200d]/u

/** Whether a grapheme is an emoji. One that asks for its text style isn't. */
export const isUnicodeEmoji = (grapheme: string): boolean => shape.test(grapheme) && colourful.test(grapheme)

/** The same for both ways to write an emoji: with the mark that asks for a picture, and without. */
export const bareEmoji = (char: string): string => char.replaceAll('\ufe0f', '')

/** An emoji of people without its skin tones. */
export const withoutTone = (char: string): string => char.replace(/\p{Emoji_Modifier}/gu, '')
