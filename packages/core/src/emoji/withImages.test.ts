import { expect, it, vi } from 'vitest'
import { defaultEmoji } from './defaultEmoji.ts'
import { segment } from './segment.ts'
import { withImages } from './withImages.ts'

it('gives each emoji its picture, asked for once, and leaves the map as it was', () => {
  const imageOf = vi.fn(({ char }: { readonly char: string }) => (char === '🐚' ? undefined : `/${char}.svg`))
  const map = new Map([...defaultEmoji, ['[shell]', { char: '🐚', label: 'spiral shell' }]])
  const pictured = withImages(map, imageOf)
  expect(imageOf).toHaveBeenCalledTimes(new Set(map.values()).size)
  expect(pictured.get(':)')).toEqual({ char: '🙂', label: 'slightly smiling face', image: '/🙂.svg' })
  expect(pictured.get('[shell]')).toEqual({ char: '🐚', label: 'spiral shell' })
  expect(map.get(':)')).toEqual({ char: '🙂', label: 'slightly smiling face' })
})

it('[EMO1] pictures Unicode emoji, too', () => {
  const pictured = withImages(defaultEmoji, () => '/one.svg')
  expect(segment('👍', pictured)).toEqual([{ type: 'emoji', text: '👍', emoji: { char: '👍', label: 'thumbs up', image: '/one.svg' } }])
})
