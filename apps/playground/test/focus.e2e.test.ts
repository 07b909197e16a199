import { direct, group } from '@parlance/core'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodePng } from '../server/encodePng.ts'
import { closePages, openPage } from './openPage.ts'
import type { PanelOn } from './panelOn.ts'
import { panelOn } from './panelOn.ts'
import { pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'
import { users } from './threeUsers.ts'

const lake = group('lake')
const wide = { width: 1600, height: 900 }
const phone = { width: 390, height: 800 }

/** Each test goes through the three panels, one of each framework. */
describe('the focus is never lost', () => {
  let playground: Playground
  let page: Page
  let complaints: readonly string[]
  const settled = (): Promise<void> => settle(pageParty(page))

  beforeAll(async () => {
    playground = await startPlayground('focus')
    ;({ page, complaints } = await openPage(playground.url, { viewport: wide }))
    await settled()
  })
  afterAll(async () => {
    await closePages()
    await playground.close()
  })

  /** What has the focus, and in whose panel. */
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const { activeElement } = document
      const panel = activeElement?.closest('[data-panel]')?.getAttribute('data-panel') ?? 'page'
      return `${panel}: ${activeElement?.getAttribute('data-testid') ?? activeElement?.tagName.toLowerCase() ?? ''}`
    })
  const expectFocus = (where: string): Promise<void> => expect.poll(focused).toBe(where)
  const each = async (test: (panel: PanelOn, user: (typeof users)[number]) => Promise<void>): Promise<void> => {
    for (const user of users) await test(panelOn(page, user), user)
  }

  it('after sending by click, and by Enter on the button', () =>
    each(async ({ root, composer, message, open }, user) => {
      await open(lake)
      const send = root.getByTestId('send')
      expect(await send.getAttribute('aria-disabled')).toBe('true')
      await composer.fill(`${user}, by click`)
      expect(await send.getAttribute('aria-disabled')).toBe('false')
      await send.click()
      await expectFocus(`${user}: composer`)
      await composer.fill(`${user}, by Enter`)
      await send.focus()
      await page.keyboard.press('Enter')
      await expectFocus(`${user}: composer`)
      await message(`${user}, by Enter`).waitFor()
    }))

  it('after sending, and isn’t taken from whoever has gone to another panel by then', () =>
    each(async ({ root, composer, message }, user) => {
      const next = users[(users.indexOf(user) + 1) % users.length]!
      await composer.fill(`${user}, in a hurry`)
      // All of it before the next frame.
      await root.getByTestId('send').evaluate((button, other) => {
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
        document.querySelector<HTMLElement>(`[data-panel="${other}"] [data-testid=composer]`)?.focus()
      }, next)
      await message(`${user}, in a hurry`).waitFor()
      await settled()
      expect(await focused()).toBe(`${next}: composer`)
    }))

  it('after an edit that was stopped', () =>
    each(async ({ root, composer, message, menu }, user) => {
      await settled()
      await menu(message(`${user}, by click`), 'edit')
      await expectFocus(`${user}: composer`)
      await root.getByRole('button', { name: 'Stop editing' }).click()
      await expectFocus(`${user}: composer`)
      expect(await composer.inputValue()).toBe('')
    }))

  it('after a file was taken away again', () =>
    each(async ({ root, attach }, user) => {
      await attach({ name: 'dot.png', mimeType: 'image/png', buffer: encodePng(4, 4, () => [0, 0, 0]) })
      await root.getByRole('button', { name: 'Remove dot.png' }).click()
      await expectFocus(`${user}: composer`)
    }))

  it('after a message that didn’t go out was tried again, and discarded', () =>
    each(async ({ root, say, composer, messages, menu }, user) => {
      await say('far '.repeat(20_000))
      const last = messages.last()
      await last.getByTestId('retry').click()
      await settled()
      await expectFocus(`${user}: retry`)
      await last.getByTestId('cancel').click()
      await expectFocus(`${user}: composer`)

      await say('far '.repeat(20_000))
      await messages.last().getByTestId('cancel').waitFor()
      await composer.blur()
      await menu(messages.last(), 'cancel')
      await root.getByTestId('cancel').waitFor({ state: 'detached' })
      await expectFocus(`${user}: composer`)
    }))

  it('after a conversation was removed, or marked unread', () =>
    each(async ({ row, root, open }, user) => {
      const boat = group('boat')
      const act = async (conversation: string, action: string): Promise<void> => {
        await row(conversation).getByTestId('menu-button').focus()
        await page.keyboard.press('Enter')
        await page.locator(`[data-testid=menu] [data-action=${action}]`).focus()
        await page.keyboard.press('Enter')
      }
      await page.setViewportSize({ width: 2_400, height: 900 })
      await act(boat, 'remove')
      await row(boat).waitFor({ state: 'detached' })
      await expectFocus(`${user}: composer`)
      await act(lake, 'markUnread')
      await root.getByTestId('talk').waitFor({ state: 'detached' })
      await expectFocus(`${user}: menu-button`)
      await page.setViewportSize(wide)
      await open(lake)
      await root.getByRole('button', { name: 'Conversation actions' }).click()
      await page.locator('[data-testid=menu] [data-action=markUnread]').click()
      await root.getByTestId('talk').waitFor({ state: 'detached' })
      await expectFocus(`${user}: conversation`)
    }))

  it('after the tools were closed', async () => {
    await page.getByTestId('tools-button').click()
    await page.getByRole('button', { name: 'Close the tools' }).click()
    await expectFocus('page: tools-button')
  })

  it('on a phone, after a conversation was opened, and after it was left', async () => {
    await page.setViewportSize(phone)
    await each(async ({ root, row, leave }, user) => {
      await page.getByRole('button', { name: new RegExp(`^${user}$`, 'i') }).click()
      if (await root.getByTestId('talk').isVisible()) await leave()
      await row(lake).getByTestId('conversation').focus()
      await page.keyboard.press('Enter')
      await expectFocus(`${user}: composer`)
      await leave()
      await expectFocus(`${user}: conversation`)
      expect(
        await row(lake)
          .getByTestId('conversation')
          .evaluate(element => element === document.activeElement),
      ).toBe(true)
    })
    await page.setViewportSize(wide)
  })

  it('and a popup goes when the focus leaves it, also by way of its button', () =>
    each(async ({ root, open }, user) => {
      await open(direct(user === 'alice' ? 'bob' : 'alice'))
      const picker = page.getByTestId('emoji-picker')
      const button = root.getByTestId('emoji')
      await button.focus()
      await page.keyboard.press('Enter')
      await page.locator('emoji-picker').getByRole('menuitem').first().waitFor()
      await button.focus()
      await picker.waitFor()
      await page.keyboard.press('Escape')
      await picker.waitFor({ state: 'detached' })
      await expectFocus(`${user}: emoji`)

      await page.keyboard.press('Enter')
      await page.locator('emoji-picker').getByRole('menuitem').first().waitFor()
      await button.focus()
      await page.keyboard.press('Shift+Tab')
      await picker.waitFor({ state: 'detached' })
      await expectFocus(`${user}: choices-button`)
    }))

  it('nothing was thrown or complained about', () => expect(complaints).toEqual([]))
})
