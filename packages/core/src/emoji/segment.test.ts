import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { defaultEmoji } from './defaultEmoji.ts'
import type { EmojiMap } from './emojiMap.ts'
import { segment } from './segment.ts'

/** The text with each emoji in angle quotes, as `Hi ‹:)›`. */
const marked = (text: string, map?: EmojiMap): string =>
  segment(text, map)
    .map(({ type, text: written }) => (type === 'emoji' ? `‹${written}›` : written))
    .join('')
const mapOf = (...codes: readonly string[]): EmojiMap => new Map(codes.map(code => [code, { char: '⭐', label: code }]))

/** What texts are made of here: codes whole and broken, emoji, letters that combine, halves of pairs. */
const pieces = fc.oneof(
  fc.constantFrom(...defaultEmoji.keys()),
  fc.constantFrom(
    '👍🏽',
    '🇫🇷',
    '🇩',
    '👨‍👩‍👧‍👦',
    '❤️‍🔥',
    '1️⃣',
    '☺',
    '☺️',
    '👩‍',
    '\u0301',
    '\u200d',
    '\ufe0f',
    '\ufe0e',
    '\ud83d',
    '\r',
    '\n',
    '각',
  ),
  fc.constantFrom('http://', '12:30', 'a', ' ', '[', ']', ':', '你好', 'नमस्ते', '.'),
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const texts = fc.array(pieces, { maxLength: 30 }).map(parts => parts.join(''))
const codes = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'aa', 'aab', '👍', '🇫🇷', 'e\u0301', '\n'),
  fc.string({ unit: 'binary', maxLength: 5 }),
)
const maps = fc.oneof(
  fc.constant(defaultEmoji),
  fc.uniqueArray(codes, { maxLength: 12 }).map(all => mapOf(...all)),
)
const graphemes = new Intl.Segmenter()

describe('segments', () => {
  it('[EMO1] joined are the text, whatever the text and the map', () => {
    fc.assert(
      fc.property(texts, maps, (text, map) => {
        const parts = segment(text, map).map(one => one.text)
        expect(parts.join('')).toBe(text)
      }),
    )
  })

  it('[EMO1] never cut a grapheme', () => {
    fc.assert(
      fc.property(texts, maps, (text, map) => {
        const borders = new Set(Array.from(graphemes.segment(text), ({ index }) => index))
        let at = 0
        for (const one of segment(text, map)) {
          expect(borders.has(at)).toBe(true)
          at += one.text.length
        }
      }),
    )
  })

  it('[EMO1] are never empty, and words never stand beside words', () => {
    fc.assert(
      fc.property(texts, maps, (text, map) => {
        const types = segment(text, map).map(one => (one.text === '' ? 'empty' : one.type))
        expect(types).not.toContain('empty')
        expect(types.some((type, index) => type === 'text' && types[index + 1] === 'text')).toBe(false)
      }),
    )
  })

  it('[EMO1] that are codes are codes of the map, with its entry', () => {
    fc.assert(
      fc.property(texts, text => {
        for (const one of segment(text)) {
          const entry = defaultEmoji.get(one.text)
          if (one.type === 'emoji' && entry !== undefined) expect(one.emoji).toBe(entry)
        }
      }),
    )
  })

  it('[EMO1] are the longest code that ends there between two graphemes', () => {
    const bracketed = fc.string({ unit: fc.constantFrom('[', ']', 'a', '\u0301'), maxLength: 4 }).map(inner => `[${inner}]`)
    const near = fc.string({ unit: fc.constantFrom('[', ']', '[a', 'a]', 'a', '\u0301'), maxLength: 20 })
    fc.assert(
      fc.property(near, fc.uniqueArray(bracketed, { maxLength: 12 }), (text, all) => {
        const borders = new Set([text.length, ...Array.from(graphemes.segment(text), ({ index }) => index)])
        const codeAt = (at: number): string | undefined =>
          all.filter(code => text.startsWith(code, at) && borders.has(at + code.length)).sort((a, b) => b.length - a.length)[0]
        let at = 0
        for (const one of segment(text, mapOf(...all))) {
          if (one.type === 'emoji') expect(one.text).toBe(codeAt(at))
          else
            for (let inside = at; inside < at + one.text.length; inside++) if (borders.has(inside)) expect(codeAt(inside)).toBeUndefined()
          at += one.text.length
        }
      }),
    )
  })

  it('of an empty text are none', () => expect(segment('')).toEqual([]))

  it('say what was written and which emoji is meant', () => {
    expect(segment('Hi :) 👍')).toEqual([
      { type: 'text', text: 'Hi ' },
      { type: 'emoji', text: ':)', emoji: { char: '🙂', label: 'slightly smiling face' } },
      { type: 'text', text: ' ' },
      { type: 'emoji', text: '👍', emoji: { char: '👍', label: 'thumbs up' } },
    ])
  })

  it.for([
    ['the longest code wins', 'aaab aaa aa', ['aa', 'aaa', 'aaab'], '‹aaab› ‹aaa› ‹aa›'],
    ['what only begins a longer code is found behind its false start', '[[smile]', ['[[smile]]', '[smile]'], '[‹[smile]›'],
    ['a shorter code stands where the longer one may not', ':):x', [':)', ':):'], '‹:)›:x'],
    [
      'any string is a code, an empty one means nothing',
      '__proto__ constructor',
      ['__proto__', '', 'constructor'],
      '‹__proto__› ‹constructor›',
    ],
    ['a code may be an emoji', 'so🇫🇷!', ['🇫🇷'], 'so‹🇫🇷›!'],
    ['flags are paired from the left', '🇩🇫🇷🇪', ['🇫🇷'], '‹🇩🇫›‹🇷🇪›'],
  ] as const)('[EMO1] %s', ([, text, map, expected]) => expect(marked(text, mapOf(...map))).toBe(expected))
})

describe('[EMO1] where a code may stand', () => {
  it.for([
    ['hi[smile]there', 'hi‹[smile]›there'],
    ['[smile][smile]', '‹[smile]›‹[smile]›'],
    ['[:D][:(]', '‹[:D]›‹[:(]›'],
    ['(:heart:)', '(‹:heart:›)'],
    ['a:heart:', 'a:heart:'],
    ['at 10:100:20', 'at 10:100:20'],
    ['http://example.org/:/', 'http://example.org/:/'],
    ['ftp://a:D@b', 'ftp://a:D@b'],
    ['(thanks :))', '(thanks ‹:)›)'],
    ['well :/, no :( . Yes :D!', 'well ‹:/›, no ‹:(› . Yes ‹:D›!'],
    ['“:)”', '“‹:)›”'],
    ['XDR, an XD', 'XDR, an ‹XD›'],
    ['你好:)吗', '你好‹:)›吗'],
    ['好！:D', '好！‹:D›'],
    ['👍:)👍', '‹👍›‹:)›‹👍›'],
    [':) :):)', '‹:)› ‹:)›‹:)›'],
    ['- [x] done [100], a[-1]', '- [x] done [100], a[-1]'],
    ['1, 8) and :30', '1, 8) and :30'],
    [':)\u0301', ':)\u0301'],
    ['[smile]\u0301', '[smile]\u0301'],
  ] as const)('%s is read as %s', ([text, expected]) => expect(marked(text)).toBe(expected))
})

describe('[EMO1] Unicode emoji', () => {
  it.for(['👍', '👍🏽', '👨‍👩‍👧‍👦', '🏳️‍🌈', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇫🇷', '1️⃣', '#️⃣', '❤️', '❤️‍🔥', '☺️'])('%s is one', char => {
    expect(segment(`a${char}b`).map(one => one.text)).toEqual(['a', char, 'b'])
    expect(segment(char)).toMatchObject([{ type: 'emoji', text: char }])
  })

  it.for(['1', '#', '©', '™', '↔', '☺', '⌚︎', '🇫', '👍\u0301', '👩\u200d', '漢', 'é'])('%s is none', text =>
    expect(segment(text)).toEqual([{ type: 'text', text }]),
  )

  it('have the entry of their map, written with or without the mark for pictures', () => {
    const heart = defaultEmoji.get('[heart]')
    expect(segment('❤️')).toEqual([{ type: 'emoji', text: '❤️', emoji: heart }])
    expect(segment('⭐️')).toEqual([{ type: 'emoji', text: '⭐️', emoji: defaultEmoji.get('[star]') }])
  })

  it('in another skin tone have the name, but keep their looks', () => {
    const map = new Map([['[ok]', { char: '👍', label: 'thumbs up', image: '/up.svg' }]])
    expect(segment('👍🏽', map)).toEqual([{ type: 'emoji', text: '👍🏽', emoji: { char: '👍🏽', label: 'thumbs up' } }])
  })

  it('that the map does not have are named by themselves', () => {
    expect(segment('🦥')).toEqual([{ type: 'emoji', text: '🦥', emoji: { char: '🦥', label: '🦥' } }])
  })
})

describe('the work', () => {
  const longest = Math.max(...Array.from(defaultEmoji.keys(), code => code.length))
  /** Nodes of the tree of codes that are looked for: each is one look into a Map. */
  const steps = (text: string): number => {
    segment('')
    const looks = vi.spyOn(Map.prototype, 'get')
    segment(text)
    const count = looks.mock.calls.length
    looks.mockRestore()
    return count
  }

  it.for([':', '[', '[slightly_smiling_fac', ':)', '👍🏽', '🇫🇷', 'e\u0301\u0301\u0301', 'hello '])(
    '[EMO1] grows with the text and no faster: %s',
    piece => {
      const [short, long] = [steps(piece.repeat(500)), steps(piece.repeat(5_000))]
      expect(long).toBeLessThanOrEqual(piece.length * 5_000 * (longest + 1))
      expect(long).toBeLessThanOrEqual(short * 10 + longest ** 2)
    },
  )
})
