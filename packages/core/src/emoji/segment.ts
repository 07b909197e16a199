import { defaultEmoji } from './defaultEmoji.ts'
import type { EmojiEntry, EmojiMap } from './emojiMap.ts'
import { graphemesOf } from './graphemes.ts'
import { type CodeNode, lexiconOf } from './lexicon.ts'
import { mayFollow, mayPrecede } from './standing.ts'
import { isUnicodeEmoji } from './unicodeEmoji.ts'

/** A stretch of a text: words, or one emoji. `text` is what is written there. */
export type Segment =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'emoji'; readonly text: string; readonly emoji: EmojiEntry }

/**
 * Splits a text into words and emoji. The segments' texts joined are the text. Emoji are the codes of the map, the longest first, and Unicode
 * emoji; no grapheme is ever cut. `[smile]` stands anywhere, `:smile:` not against letters or digits, and smileys such as `:/` only
 * apart from words and marks, so that a URL stays one. An empty text has no segments [EMO1].
 * Beyond ASCII it needs `Intl.Segmenter`, which every browser has since 2024.
 * @example
 * segment('Hi :)') // [{ type: 'text', text: 'Hi ' }, { type: 'emoji', text: ':)', emoji: { char: '🙂', label: 'slightly smiling face' } }]
 */
export const segment = (text: string, emojiMap: EmojiMap = defaultEmoji): readonly Segment[] => {
  const { root, entryOf } = lexiconOf(emojiMap)
  const graphemes = graphemesOf(text)
  const segments: Segment[] = []
  let words = ''
  const endWords = (): void => {
    if (words !== '') segments.push({ type: 'text', text: words })
    words = ''
  }

  for (let at = 0; at < graphemes.length; ) {
    const grapheme = graphemes[at] ?? ''
    // Where an emoji ended just before, nothing crowds the next one.
    const before = words === '' ? undefined : graphemes[at - 1]
    const found = longestCode(root, graphemes, at, before)
    const emoji = found?.entry ?? (isUnicodeEmoji(grapheme) ? entryOf(grapheme) : undefined)
    const end = found?.end ?? at + 1
    if (emoji === undefined) words += grapheme
    else {
      endWords()
      segments.push({ type: 'emoji', text: graphemes.slice(at, end).join(''), emoji })
    }
    at = end
  }
  endWords()
  return segments
}

interface FoundCode {
  readonly entry: EmojiEntry
  /** The index behind its last grapheme. */
  readonly end: number
}

const longestCode = (root: CodeNode, graphemes: readonly string[], start: number, before: string | undefined): FoundCode | undefined => {
  let found: FoundCode | undefined
  let end = start
  for (let node = nextNode(root, graphemes[end]); node !== undefined; node = nextNode(node, graphemes[end])) {
    end++
    const { code } = node
    if (code !== undefined && mayFollow(code.before, before) && mayPrecede(code.after, graphemes[end])) found = { entry: code.entry, end }
  }
  return found
}

const nextNode = (node: CodeNode, grapheme: string | undefined): CodeNode | undefined =>
  grapheme === undefined ? undefined : node.next.get(grapheme)
