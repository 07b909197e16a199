import { expect, it } from 'vitest'
import { isOnlyEmoji } from './isOnlyEmoji.ts'

it.for([
  ['🎉', true],
  ['🍞🎉', true],
  ['👨‍👩‍👧‍👦 🇫🇷', true],
  [':) [heart]\n👍🏽', true],
  ['😀😀😀😀', true],
  ['😀😀😀😀😀', false],
  ['🎉 yes', false],
  ['42', false],
  ['   ', false],
  ['', false],
] as const)('[EMO1] %j is emoji and nothing else: %s', ([text, is]) => expect(isOnlyEmoji(text)).toBe(is))

it('takes another map and another bound', () => {
  const map = new Map([['(y)', { char: '👍', label: 'yes' }]])
  expect(isOnlyEmoji('(y)')).toBe(false)
  expect(isOnlyEmoji('(y)', map)).toBe(true)
  expect(isOnlyEmoji('(y) (y)', map, 1)).toBe(false)
})
