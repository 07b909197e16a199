import { direct } from '@parlance/core'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { countedChat } from '../countedChat.ts'
import type { Driver } from '../driver.ts'
import { serverChat, serverScene } from '../serverScene.ts'
import { takeOver } from '../show.ts'
import { createWorld } from '../world.ts'

/** How a browser takes over what a server drew. */
export const hydratingBehaviours = (driver: Driver, serverHtml: string): void => {
  describe('HTML from a server', () => {
    it('[BND5] is taken over without a mismatch, node by node, and lives from then on', async () => {
      const complaints: unknown[] = []
      for (const level of ['warn', 'error'] as const) {
        const spy = vi.spyOn(console, level).mockImplementation((...said: unknown[]) => complaints.push(...said))
        onTestFinished(() => spy.mockRestore())
      }
      const world = await createWorld()
      const { chat, counts } = countedChat(await serverChat(world))
      const before = document.createElement('main')
      before.innerHTML = serverHtml
      const screen = await takeOver(driver, serverHtml, serverScene(chat))
      expect(complaints).toEqual([])
      expect(counts.connects).toBe(1)

      await world.quiet(screen)
      const [row] = screen.element.querySelectorAll('li')
      await world.say(world.bob, direct('alice'), 'four')
      await screen.settle()
      expect(screen.texts()[0]).toBe('one,two & "three" < 4,four|3')
      expect(screen.element.querySelectorAll('li')[0]).toBe(row)
      expect(complaints).toEqual([])
    })
  })
}
