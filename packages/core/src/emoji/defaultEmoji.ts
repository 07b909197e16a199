import type { EmojiEntry, EmojiMap } from './emojiMap.ts'
import { emojiTable } from './emojiTable.ts'

/** In brackets these are words; `[x]`, `[100]` and `[-1]` are a ticked box, a reference and an index. */
const isWord = /^[a-z_]{3,}$/

/** All codes of one emoji: each name as `:name:` and `[name]`, each smiley bare and in brackets, as older SDKs write it. */
const codesOf = (names: string, smileys = ''): readonly string[] => [
  ...names.split(' ').flatMap(name => (isWord.test(name) ? [`:${name}:`, `[${name}]`] : [`:${name}:`])),
  ...smileys.split(' ').flatMap(smiley => (smiley === '' ? [] : [smiley, `[${smiley}]`])),
]

const entries = (): [string, EmojiEntry][] =>
  emojiTable.flatMap(([char, label, names, smileys]) => {
    const entry = { char, label }
    return codesOf(names, smileys).map((code): [string, EmojiEntry] => [code, entry])
  })

/** About a hundred common emoji: as `[smile]`, as `:smile:` and as smileys, `:)`. Each emoji's codes share one entry. */
export const defaultEmoji: EmojiMap = /* @__PURE__ */ new Map(/* @__PURE__ */ entries())
