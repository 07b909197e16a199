import { direct } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { countedChat } from '../countedChat.ts'
import type { Driver } from '../driver.ts'
import { serverChat, serverScene } from '../serverScene.ts'
import { takeOver } from '../show.ts'
import { createWorld } from '../world.ts'

/** How a browser takes over what a server drew. */
export const hydratingBehaviours = (driver: Driver, serverHtml: string): void => {
  describe('HTML from a server', () => {
    it('[BND5] is taken over without a mismatch, node by node, and lives from then on', async () => {
      const world = await createWorld()
      const { chat, counts } = countedChat(await serverChat(world))
      const element = document.body.appendChild(document.createElement('main'))
      element.innerHTML = serverHtml
      const drawn = [...element.querySelectorAll('div, p, ul, li, input')]
      const text = element.textContent
      const screen = await takeOver(driver, element, serverScene(chat))
      expect([...element.querySelectorAll('div, p, ul, li, input')]).toEqual(drawn)
      for (const node of drawn) expect(node.isConnected).toBe(true)
      expect(counts.connects).toBe(1)
      expect(text).toContain('offline')

      await world.quiet(screen)
      await world.say(world.bob, direct('alice'), 'four')
      await screen.settle()
      expect(screen.texts()[0]).toBe('one,two & "three" < 4,four|3')
      expect([...element.querySelectorAll('li')].map(row => drawn.includes(row))).toEqual([true, true, false])
    })
  })
}
