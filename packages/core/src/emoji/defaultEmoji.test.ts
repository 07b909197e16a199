import { describe, expect, it } from 'vitest'
import { defaultEmoji } from './defaultEmoji.ts'
import { emojiTable } from './emojiTable.ts'
import { segment } from './segment.ts'

describe('the default map', () => {
  it('has each emoji once, and no code twice', () => {
    const chars = emojiTable.map(([char]) => char)
    expect(new Set(chars).size).toBe(chars.length)
    const written = emojiTable.flatMap(([, , names, smileys = '']) => [...names.split(' '), ...smileys.split(' ').filter(Boolean)])
    expect(new Set(written).size).toBe(written.length)
  })

  it('shares one entry among an emoji’s codes', () => {
    expect(defaultEmoji.get(':smile:')).toBe(defaultEmoji.get('[smile]'))
    expect(defaultEmoji.get(':D')).toBe(defaultEmoji.get('[:D]'))
  })

  it('[EMO1] is read whole: each of its codes, alone or in a sentence', () => {
    for (const [code, emoji] of defaultEmoji) {
      expect(segment(code)).toEqual([{ type: 'emoji', text: code, emoji }])
      expect(segment(`Well ${code}, yes`)[1]).toEqual({ type: 'emoji', text: code, emoji })
    }
  })

  it('[EMO1] knows its characters as Unicode emoji', () => {
    for (const [char, label] of emojiTable) expect(segment(char)).toEqual([{ type: 'emoji', text: char, emoji: { char, label } }])
  })
})
