/** A stretch of a text, and whether it is what was looked for. */
export interface SnippetPart {
  readonly text: string
  readonly isMatch: boolean
}

/** Characters before the first match. */
const BEFORE = 30
const MOST = 120

/** What a text says around the first place where the words stand, with each such place marked. */
export const snippet = (text: string, words: string): readonly SnippetPart[] => {
  const line = text.replace(/\s+/g, ' ').trim()
  const sought = words.trim()
  if (sought === '') return [{ text: cut(line, 0), isMatch: false }]
  const pattern = new RegExp(sought.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\s+/g, '\\s+'), 'giu')
  const first = line.search(pattern)
  const shown = cut(line, first - BEFORE)
  const parts: SnippetPart[] = []
  let end = 0
  for (const match of shown.matchAll(pattern)) {
    if (match.index > end) parts.push({ text: shown.slice(end, match.index), isMatch: false })
    parts.push({ text: match[0], isMatch: true })
    end = match.index + match[0].length
  }
  if (end < shown.length || parts.length === 0) parts.push({ text: shown.slice(end), isMatch: false })
  return parts
}

/** At whole words where there are some near. */
const cut = (line: string, wanted: number): string => {
  const space = wanted <= 0 ? -1 : line.indexOf(' ', wanted)
  const from = wanted <= 0 ? 0 : space >= 0 && space < wanted + BEFORE ? space + 1 : wanted
  const characters = Array.from(line.slice(from))
  return `${from > 0 ? '…' : ''}${characters.slice(0, MOST).join('')}${characters.length > MOST ? '…' : ''}`
}
