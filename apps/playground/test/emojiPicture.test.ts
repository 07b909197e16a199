import * as twemoji from '@iconify-json/twemoji'
import { defaultEmoji } from '@parlance/core/emoji'
import { describe, expect, it } from 'vitest'
import { emojiPicture } from '../server/emoji/emojiPicture.ts'

describe('pictures of emoji', () => {
  it('are there for every emoji of the default map', () => {
    for (const { char } of defaultEmoji.values()) expect(emojiPicture(char, twemoji)).not.toContain('<text')
  })

  it.for(['👍🏽', '👨‍👩‍👧‍👦', '🏳️‍🌈', '🇫🇷', '1️⃣', '#️⃣', '©️', '❤️'])('are there for %s', emoji =>
    expect(emojiPicture(emoji, twemoji)).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 36 36"><(path|g|circle)/),
  )

  it('are the character itself where the set has none', () => expect(emojiPicture('🏻', twemoji)).toContain('>🏻</text>'))
})
