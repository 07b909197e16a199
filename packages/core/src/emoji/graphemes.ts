/** In such a text every character is a grapheme. Not with `\r`, which makes one with the `\n` behind it. */
const simple = /^[\t\n\x20-\x7e]*$/

let segmenter: Intl.Segmenter | undefined

/** A text's graphemes: what a reader takes for single characters, such as `é` or `👍🏽`, however many code points they are. */
export const graphemesOf = (text: string): readonly string[] => {
  if (simple.test(text)) return text.split('')
  segmenter ??= new Intl.Segmenter()
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
