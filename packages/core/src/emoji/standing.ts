import { isUnicodeEmoji } from './unicodeEmoji.ts'

/**
 * What may not stand against one side of a code, so that none is found inside a word, a time or a URL:
 * nothing is kept away; letters and digits are; or ASCII marks are, too.
 */
export type Distance = 'none' | 'fromWords' | 'fromAll'

/** Letters of scripts that put no spaces between words. */
const spaceless = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u
const letterOrDigit = /^[\p{L}\p{N}\p{M}_]/u
const ascii = /^[!-~]/
/** What may end a sentence, a remark in parentheses or a quotation behind a code. */
const closing = /^[.,;:!?)"']/

const isInWord = (grapheme: string): boolean => letterOrDigit.test(grapheme) && !spaceless.test(grapheme)

/**
 * The distance that a code keeps at one of its ends: `[smile]` keeps none, `:smile:` keeps away from words, and smileys such as `:/` and
 * words such as `XD` keep away from everything but white space, emoji, other scripts' marks and a closing mark behind them.
 */
export const distanceAt = (code: string, end: string): Distance => {
  if (code.startsWith('[') && code.endsWith(']')) return 'none'
  if (code.length > 2 && code.startsWith(':') && code.endsWith(':')) return 'fromWords'
  return ascii.test(end) || isInWord(end) ? 'fromAll' : 'none'
}

/** Whether a code that keeps a distance may stand beside a grapheme; `undefined`: a text's end, or another emoji. */
const mayStandBeside = (distance: Distance, neighbour: string | undefined): boolean => {
  if (distance === 'none' || neighbour === undefined || isUnicodeEmoji(neighbour)) return true
  return !isInWord(neighbour) && (distance === 'fromWords' || !ascii.test(neighbour))
}

export const mayFollow = (distance: Distance, before: string | undefined): boolean => mayStandBeside(distance, before)

export const mayPrecede = (distance: Distance, after: string | undefined): boolean =>
  mayStandBeside(distance, after) || (after !== undefined && closing.test(after))
