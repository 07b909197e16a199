import { direct } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import type { Driver } from '../driver.ts'
import { idioms } from '../driver.ts'
import { show } from '../show.ts'
import { createWorld } from '../world.ts'

/** However a component reads a conversation, it shows it as it is. */
export const readingBehaviours = (driver: Driver): void => {
  describe('a conversation that is read', () => {
    it.each(idioms)('[BND1] in the way "%s" shows what is there, what comes, and another conversation', async idiom => {
      const { alice, bob, carol, say, quiet, until } = await createWorld()
      await say(bob, direct('alice'), 'one')
      await say(carol, direct('alice'), 'other')
      const screen = await show(driver, { parts: [idiom], chat: alice, props: { id: direct('bob'), more: true } })
      await quiet(screen)
      expect(screen.texts()).toEqual(['one|1'])

      await say(bob, direct('alice'), 'two', 'three')
      await screen.settle()
      expect(screen.texts()).toEqual(['one,two,three|3'])

      await until(alice.conversation(direct('bob')).markRead())
      await screen.settle()
      expect(screen.texts()).toEqual(['one,two,three|0'])

      await screen.update({ id: direct('carol'), more: true })
      await quiet(screen)
      expect(screen.texts()).toEqual(['other|1'])

      await screen.update({ id: undefined, more: true })
      expect(screen.texts()).toEqual(['|0'])
    })

    it('[BND1] for the first time long after mounting is followed from then on', async () => {
      const { alice, bob, say, counts, until } = await createWorld()
      await say(bob, direct('alice'), 'one')
      const id = direct('bob')
      const screen = await show(driver, { parts: ['late'], chat: alice, props: { id } })
      await say(bob, direct('alice'), 'two')
      await screen.settle()
      expect(screen.texts()).toEqual(['one,two|'])
      const before = counts.subscriptions
      await screen.update({ id, more: true })
      expect(screen.texts()).toEqual(['one,two|2'])
      expect(counts.subscriptions).toBe(before + 1)
      await until(alice.conversation(id).markRead())
      await screen.settle()
      expect(screen.texts()).toEqual(['one,two|0'])
    })

    it('[BND6] renders a sequence as it is, row by row', async () => {
      const { alice, bob, say } = await createWorld()
      await say(bob, direct('alice'), 'one', 'two')
      const screen = await show(driver, { parts: ['list'], chat: alice, props: { id: direct('bob') } })
      const rows = (): Element[] => [...screen.element.querySelectorAll('li')]
      await screen.settle()
      const before = rows()
      expect(before.map(row => row.textContent)).toEqual(['one', 'two'])
      await say(bob, direct('alice'), 'three')
      await screen.settle()
      expect(rows().map(row => row.textContent)).toEqual(['one', 'two', 'three'])
      expect(rows().slice(0, 2)).toEqual(before)
    })
  })
}
