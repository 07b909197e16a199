import type { IconifyChars, IconifyJSON } from '@iconify-json/twemoji'

/** The pictures of Twemoji, CC BY 4.0, by Twitter and others: https://github.com/jdecked/twemoji */
export interface PictureSet {
  readonly icons: IconifyJSON
  readonly chars: IconifyChars
}

const codePointOf = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')
/** As the set names it: code points without the mark that asks for a picture. */
const nameOf = (emoji: string): string =>
  Array.from(emoji, codePointOf)
    .filter(code => code !== 'fe0f')
    .join('-')

/** An emoji as SVG. One that is newer than the set is drawn by a font of whoever looks at it. */
export const emojiPicture = (emoji: string, { icons, chars }: PictureSet): string => {
  const { width = 36, height = width } = icons
  const icon = icons.icons[chars[nameOf(emoji)] ?? '']
  const drawing =
    icon?.body ?? `<text x="50%" y="54%" dominant-baseline="middle" text-anchor="middle" font-size="${height * 0.8}">${emoji}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${drawing}</svg>`
}
