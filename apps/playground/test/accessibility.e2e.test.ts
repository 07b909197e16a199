import { direct, group } from '@parlance/core'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations } from './axeViolations.ts'
import { closePages, openPage } from './openPage.ts'
import { panelOn } from './panelOn.ts'
import { pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'

const sizes = { wide: { width: 1600, height: 1000 }, narrow: { width: 360, height: 740 } } as const

describe('for everybody', () => {
  let playground: Playground
  let page: Page

  beforeAll(async () => {
    playground = await startPlayground('accessibility')
    ;({ page } = await openPage(playground.url, { viewport: sizes.wide, reducedMotion: 'reduce' }))
    await settle(pageParty(page))
  })
  afterAll(async () => {
    await closePages()
    await playground.close()
  })

  for (const user of ['alice', 'bob', 'carol'] as const) {
    it(`${user}’s panel goes by keyboard alone`, async () => {
      const panel = panelOn(page, user)
      const peer = direct(user === 'alice' ? 'bob' : 'alice')
      const { keyboard } = page
      const focused = (): Promise<string | null> =>
        page.evaluate(
          () => document.activeElement?.getAttribute('data-testid') ?? document.activeElement?.getAttribute('aria-label') ?? null,
        )
      const action = (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('data-action') ?? null)
      const tabTo = async (wanted: string, key = 'Tab'): Promise<void> => {
        for (let steps = 0; (await focused()) !== wanted; steps++) {
          expect(steps, `${key} reaches ${wanted}`).toBeLessThan(40)
          await keyboard.press(key)
        }
      }

      await panel.row(peer).getByTestId('conversation').focus()
      await keyboard.press('Enter')
      await panel.root.locator(`[data-testid=talk][data-conversation="${peer}"]`).waitFor()
      await tabTo('composer')
      await keyboard.type(`${user} by hand`)
      await keyboard.press('Shift+Enter')
      await keyboard.type('alone')
      await keyboard.press('Enter')
      await panel.message(`${user} by hand\nalone`).waitFor()
      expect(await panel.composer.inputValue()).toBe('')

      // To the messages, to the newest one, into its menu.
      await tabTo('timeline', 'Shift+Tab')
      await keyboard.press('ArrowUp')
      await expect.poll(focused).toBe('message')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(`${user} by hand`)
      await keyboard.press('Enter')
      await page.getByTestId('menu').waitFor()
      expect(await action()).toBe('react 👍')
      await keyboard.press('ArrowRight')
      expect(await action()).toBe('react ❤️')
      await keyboard.press('ArrowDown')
      expect(await action()).toBe('reply')
      await keyboard.press('Escape')
      await page.getByTestId('menu').waitFor({ state: 'detached' })
      await expect.poll(focused).toBe('menu-button')

      await keyboard.press('Enter')
      await page.getByTestId('menu').waitFor()
      for (let steps = 0; (await action()) !== 'edit'; steps++) {
        expect(steps, 'the arrow reaches what edits').toBeLessThan(10)
        await keyboard.press('ArrowDown')
      }
      await keyboard.press('Enter')
      await expect.poll(focused).toBe('composer')
      await keyboard.press('Control+End')
      await keyboard.type(', again')
      await keyboard.press('Enter')
      await panel.message(`${user} by hand\nalone, again`).waitFor()
      await panel.message(`${user} by hand\nalone, again`).getByTestId('edited').waitFor()

      await tabTo('emoji')
      await keyboard.press('Enter')
      await page.locator('emoji-picker').getByRole('menuitem').first().waitFor()
      await keyboard.press('Escape')
      await page.locator('emoji-picker').waitFor({ state: 'detached' })
      await expect.poll(focused).toBe('emoji')
    })
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [name, viewport] of Object.entries(sizes)) {
      it(`axe finds nothing: ${colorScheme}, ${name}`, async () => {
        const alice = panelOn(page, 'alice')
        // In the dark, what differs is colours.
        const rules = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {}
        const expectClean = async (): Promise<void> => expect(await axeViolations(page, rules)).toEqual([])
        await page.setViewportSize(viewport)
        await page.emulateMedia({ colorScheme })
        await page.locator(`html[data-theme=${colorScheme}]`).waitFor()
        await alice.open(group('lake'))
        await settle(pageParty(page))
        await expectClean()

        await playground.control({ do: 'cut', user: 'alice' })
        await alice.root.locator('[data-testid=connection]:not([data-state=online])').waitFor()
        await alice.say('far '.repeat(20_000))
        await alice.say('Waiting')
        await alice.message('Waiting').waitFor()
        await expectClean()
        await alice.menu(alice.message('Waiting'), 'cancel')
        await alice.root.getByTestId('cancel').click()
        await playground.control({ do: 'restore', user: 'alice' })
        await alice.root.locator('[data-testid=connection][data-state=online]').waitFor()

        await alice.root.getByRole('button', { name: 'Conversation actions' }).click()
        await page.getByTestId('menu').waitFor()
        await expectClean()
        await page.keyboard.press('Escape')

        // What was asked is pinned, and further up.
        await alice.root.getByTestId('pin-bar').getByTestId('pinned').click()
        await alice.root.getByTestId('read-count').last().click()
        await alice.root.getByTestId('reader').first().waitFor()
        await expectClean()
        await page.keyboard.press('Escape')

        await alice.root.getByTestId('emoji').click()
        await page.locator('emoji-picker').getByRole('menuitem').first().waitFor()
        await expectClean()
        await page.keyboard.press('Escape')

        await page.getByTestId('join-button').click()
        await page.getByTestId('join').waitFor()
        await expectClean()
        await page.keyboard.press('Escape')

        await alice.leave()
        await alice.root.getByTestId('talk').waitFor({ state: 'detached' })
        await expectClean()

        await page.getByTestId('tools-button').click()
        await page.getByTestId('fact').first().click()
        await page.getByTestId('fact-json').waitFor()
        await expectClean()
        await page.getByTestId('tools-button').click()
      })
    }
  }
})
