import { direct } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import type { Driver, Screen } from './driver.ts'
import { show } from './show.ts'
import { createWorld, type World } from './world.ts'

const id = direct('bob')
const texts = ['one', 'two', 'three', 'four', 'five', 'six']

/** What needs a browser that lays out and paints: who has seen what. */
export const describeVisibility = (driver: Driver): void => {
  const shown = async (
    world: World,
  ): Promise<{ readonly screen: Screen; readonly list: Element; readonly unread: () => Promise<number> }> => {
    window.focus()
    await world.say(world.bob, direct('alice'), ...texts)
    const screen = await show(driver, { parts: ['readingList'], chat: world.alice, props: { id }, strict: true })
    await world.quiet(screen)
    const list = screen.element.querySelector('ul') ?? document.body
    return {
      screen,
      list,
      unread: async () => {
        await painted()
        await world.quiet(screen)
        return world.alice.conversation(id).unread.get().count
      },
    }
  }

  describe(`useReadWhileVisible of the ${driver.framework} binding`, () => {
    it('[RCP6, UNR3] marks read what has been in sight, and no more', async () => {
      const world = await createWorld()
      const { list, unread } = await shown(world)
      // Two and a half rows are in sight.
      expect(await unread()).toBe(3)
      list.scrollTop = 150
      expect(await unread()).toBe(2)
      list.scrollTop = 0
      expect(await unread()).toBe(2)
      list.scrollTop = list.scrollHeight
      expect(await unread()).toBe(0)
    })

    it('[RCP6] marks a message that is taller than what it is seen through once it fills half of that', async () => {
      const world = await createWorld()
      const { list, unread } = await shown(world)
      list.scrollTop = 150
      expect(await unread()).toBe(2)
      const tall = list.querySelectorAll('li')[4]
      if (tall === undefined) throw new Error('the fifth message has a row')
      tall.style.height = '3000px'
      list.scrollTop = 270
      expect(await unread()).toBe(2)
      list.scrollTop = 360
      expect(await unread()).toBe(1)
    })

    it('[RCP6] marks what comes while it is in sight, and nothing once it is gone', async () => {
      const world = await createWorld()
      const { screen, list, unread } = await shown(world)
      list.scrollTop = list.scrollHeight
      expect(await unread()).toBe(0)
      await world.say(world.bob, direct('alice'), 'seven')
      list.scrollTop = list.scrollHeight
      expect(await unread()).toBe(0)
      await screen.update({ id: undefined })
      await world.say(world.bob, direct('alice'), 'eight')
      expect(await unread()).toBe(1)
    })
  })
}

/** The browser tells of what is in sight after it has painted. */
const painted = async (): Promise<void> => {
  for (let frame = 0; frame < 3; frame++) await new Promise(resolve => requestAnimationFrame(resolve))
}
