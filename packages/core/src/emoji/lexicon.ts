import type { EmojiEntry, EmojiMap } from './emojiMap.ts'
import { graphemesOf } from './graphemes.ts'
import { type Distance, distanceAt } from './standing.ts'
import { bareEmoji, withoutTone } from './unicodeEmoji.ts'

/** A code that ends at a node. */
export interface Code {
  readonly entry: EmojiEntry
  readonly before: Distance
  readonly after: Distance
}

/** The codes of a map as a tree of graphemes: the way from the root to a node is how its code begins. */
export interface CodeNode {
  readonly next: Map<string, CodeNode>
  code?: Code
}

/** A map, made ready for reading texts. */
export interface Lexicon {
  readonly root: CodeNode
  /** The emoji that is written as itself. One that the map doesn't have is named by its looks in another skin tone, or by itself. */
  readonly entryOf: (char: string) => EmojiEntry
}

const lexicons = new WeakMap<EmojiMap, Lexicon>()

/** The lexicon of a map, made once. */
export const lexiconOf = (map: EmojiMap): Lexicon => {
  const known = lexicons.get(map)
  if (known !== undefined) return known
  const made = createLexicon(map)
  lexicons.set(map, made)
  return made
}

const createLexicon = (map: EmojiMap): Lexicon => {
  const root: CodeNode = { next: new Map() }
  const byChar = new Map<string, EmojiEntry>()
  for (const [code, entry] of map) {
    addCode(root, code, entry)
    const char = bareEmoji(entry.char)
    if (!byChar.has(char)) byChar.set(char, entry)
  }
  const entryOf = (char: string): EmojiEntry =>
    byChar.get(bareEmoji(char)) ?? { char, label: byChar.get(withoutTone(bareEmoji(char)))?.label ?? char }
  return { root, entryOf }
}

const addCode = (root: CodeNode, code: string, entry: EmojiEntry): void => {
  const graphemes = graphemesOf(code)
  const [first, last] = [graphemes[0], graphemes.at(-1)]
  if (first === undefined || last === undefined) return
  let node = root
  for (const grapheme of graphemes) {
    const next = node.next.get(grapheme) ?? { next: new Map() }
    node.next.set(grapheme, next)
    node = next
  }
  node.code = { entry, before: distanceAt(code, first), after: distanceAt(code, last) }
}
