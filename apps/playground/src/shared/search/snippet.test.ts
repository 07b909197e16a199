import { describe, expect, it } from 'vitest'
import { snippet } from './snippet.ts'

const marked = (text: string, words: string): string =>
  snippet(text, words)
    .map(part => (part.isMatch ? `[${part.text}]` : part.text))
    .join('')

describe('a snippet', () => {
  it.for([
    ['The boat is here. Which Boat?', 'boat', 'The [boat] is here. Which [Boat]?'],
    ['Leaving  at\neight', 'at eight', 'Leaving [at eight]'],
    ['Costs $5 (or so)', '$5 (', 'Costs [$5 (]or so)'],
    ['Nothing of it', 'boat', 'Nothing of it'],
    ['Nothing sought', '', 'Nothing sought'],
  ] as const)('of %j for %j', ([text, words, expected]) => expect(marked(text, words)).toBe(expected))

  it('begins at a word shortly before the first match, and ends in time', () => {
    const text = `${'far away '.repeat(20)}the boat ${'and more '.repeat(40)}`
    const shown = marked(text, 'boat')
    expect(shown).toMatch(/^…(far|away) .*\[boat\].*…$/)
    expect(shown.length).toBeLessThan(140)
  })
})
