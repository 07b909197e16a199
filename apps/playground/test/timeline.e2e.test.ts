import { direct, group, room } from '@parlance/core'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePages, openPage } from './openPage.ts'
import { panelOn } from './panelOn.ts'
import { pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'
import { users } from './threeUsers.ts'

const lake = group('lake')
const attic = room('attic')
const kitchen = room('kitchen')
const peerOf = (user: string): string => direct(user === 'alice' ? 'bob' : 'alice')

/** Each test goes through the three panels, one of each framework. */
describe('a timeline', () => {
  let playground: Playground
  let page: Page
  let complaints: readonly string[]
  const settled = (): Promise<void> => settle(pageParty(page))

  beforeAll(async () => {
    playground = await startPlayground('timeline')
    ;({ page, complaints } = await openPage(playground.url, { viewport: { width: 1600, height: 900 } }))
    await settled()
  })
  afterAll(async () => {
    await closePages()
    await playground.close()
  })

  const timelineOf = (user: string): Locator => panelOn(page, user).root.getByTestId('timeline')
  const distanceToEnd = (user: string): Promise<number> =>
    timelineOf(user).evaluate(({ scrollHeight, clientHeight, scrollTop }) => scrollHeight - clientHeight - scrollTop)
  const topOf = (user: string): Promise<number> => timelineOf(user).evaluate(({ scrollTop }) => scrollTop)
  const wheel = async (user: string, by: number): Promise<void> => {
    await timelineOf(user).hover()
    await page.mouse.wheel(0, by)
  }
  /** Resolves when it doesn't slide any more. */
  /** Index of the uppermost row that somebody sees. */
  const firstInSight = (user: string): Promise<number> =>
    timelineOf(user).evaluate(element => {
      const { top } = element.getBoundingClientRect()
      const rows = [...element.querySelectorAll<HTMLElement>('.timeline-row')].filter(row => row.getBoundingClientRect().bottom > top + 1)
      return Math.min(...rows.map(row => Number(row.dataset['index'])))
    })
  const stands = async (user: string): Promise<void> => {
    for (let before = -1, now = await topOf(user); now !== before; ) {
      before = now
      await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
      now = await topOf(user)
    }
  }

  it('has the menu of each message beside its bubble', async () => {
    for (const user of users) {
      const { root, messages, open } = panelOn(page, user)
      const others = messages.and(root.locator(`:not([data-from=${user}])`))
      const expectReachable = async (message: Locator): Promise<void> => {
        await message.hover()
        const button = message.getByRole('button', { name: 'Message actions' })
        const [tools, bubble] = await Promise.all([button.boundingBox(), message.locator('.bubble').boundingBox()])
        expect(tools!.x).toBeGreaterThanOrEqual(bubble!.x + bubble!.width)
        await button.click()
        await page.getByTestId('menu').waitFor()
        await page.keyboard.press('Escape')
      }
      await open(peerOf(user))
      await settled()
      await expectReachable(others.last())
      await open(kitchen)
      await settled()
      await expectReachable(others.and(root.locator('.is-joined')).last())
    }
  })

  it('keeps its end in sight when there is less room, and goes with the next turn of the wheel', async () => {
    for (const user of users) {
      const { composer, open } = panelOn(page, user)
      await open(peerOf(user))
      await open(lake)
      await settled()
      await expect.poll(() => distanceToEnd(user)).toBeLessThan(2)
      for (const lines of [2, 3, 4, 5, 6]) {
        await composer.fill(Array.from({ length: lines }, () => 'line').join('\n'))
        await expect.poll(() => distanceToEnd(user)).toBeLessThan(2)
      }
      await page.getByTestId('tools-button').click()
      await page.getByTestId('tools').waitFor()
      await expect.poll(() => distanceToEnd(user)).toBeLessThan(2)
      const before = await topOf(user)
      await wheel(user, -200)
      await expect.poll(() => topOf(user)).toBe(before - 200)
      await composer.fill('')
      await page.getByTestId('tools-button').click()
      await page.getByTestId('tools').waitFor({ state: 'detached' })
    }
  })

  it('opens at its end when the unread begin above what is loaded', async () => {
    await playground.control({ do: 'fill', conversation: attic, count: 700 })
    await settled()
    for (const user of users) {
      const { said, open, unread } = panelOn(page, user)
      expect(await unread(attic)).toBeGreaterThan(300)
      await open(attic)
      await said(/^700\. /).waitFor()
      await settled()
      expect(await distanceToEnd(user)).toBeLessThan(2)
      await expect.poll(() => unread(attic)).toBe(0)
      expect(
        await page.evaluate(([who, id]) => window.parlance!.chats[who]!.conversation(id).history.get().hasOlder, [user, attic] as const),
      ).toBe(true)
    }
  })

  it('goes to its ends with Home and End, also in a long list', async () => {
    for (const user of users) {
      const { said } = panelOn(page, user)
      await page.evaluate(
        async ([who, id]) => {
          const talk = window.parlance!.chats[who]!.conversation(id)
          while (talk.history.get().hasOlder) await talk.loadOlder({ count: 250 })
        },
        [user, attic] as const,
      )
      await settled()
      await timelineOf(user).focus()
      await page.keyboard.press('Home')
      await said(/^1\. /).waitFor()
      await expect.poll(() => topOf(user)).toBe(0)
      await page.keyboard.press('End')
      await said(/^700\. /).waitFor()
      await expect.poll(() => distanceToEnd(user)).toBeLessThan(2)
    }
  })

  it('goes on by keyboard when the message that has the focus was scrolled away', async () => {
    for (const user of users) {
      const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? null)
      await timelineOf(user).focus()
      await page.keyboard.press('ArrowUp')
      expect(await focused()).toBe('message')
      await wheel(user, -6_000)
      await expect.poll(() => distanceToEnd(user)).toBeGreaterThan(4_000)
      await settled()
      expect(await focused()).toBe('message')
      await stands(user)
      // Rows that are measured as they come into sight move all that is below them: pixels wouldn’t tell.
      const before = await firstInSight(user)
      await page.keyboard.press('PageUp')
      await expect.poll(() => firstInSight(user)).toBeLessThan(before - 3)
      await stands(user)
      // Arrow keys go on from what is in sight.
      await page.keyboard.press('ArrowUp')
      expect(await focused()).toBe('message')
      expect(await distanceToEnd(user)).toBeGreaterThan(4_000)
      await page.keyboard.press('End')
      await expect.poll(() => distanceToEnd(user)).toBeLessThan(2)
    }
  })

  it('goes on by keyboard after the menu of a message', async () => {
    for (const user of users) {
      const focused = (): Promise<string | null | undefined> =>
        page.evaluate(() => document.activeElement?.closest('[data-testid=message]')?.getAttribute('data-key'))
      await timelineOf(user).focus()
      await page.keyboard.press('ArrowUp')
      const first = await focused()
      await page.keyboard.press('Enter')
      await page.getByTestId('menu').waitFor()
      await page.keyboard.press('Escape')
      await page.getByTestId('menu').waitFor({ state: 'detached' })
      expect(await focused()).toBe(first)
      await page.keyboard.press('ArrowUp')
      const second = await focused()
      expect(second).not.toBe(first)
      await page.keyboard.press('ArrowDown')
      expect(await focused()).toBe(first)
    }
  })

  it('says how many came while one was looking further up', async () => {
    for (const user of users) {
      const { root, open } = panelOn(page, user)
      await open(attic)
      await settled()
      await wheel(user, -2_000)
      const button = root.getByTestId('to-end')
      await button.waitFor()
      expect(await button.getAttribute('aria-label')).toBe('To the newest message')
      expect(await button.innerText()).toBe('')
    }
    await playground.control({ do: 'fill', conversation: attic, count: 12 })
    await settled()
    for (const user of users) {
      const { root, unread } = panelOn(page, user)
      const button = root.getByTestId('to-end')
      const count = await unread(attic)
      expect(count).toBeGreaterThan(5)
      await expect.poll(() => button.getAttribute('aria-label')).toBe(`To the newest message: ${count} new messages`)
      expect(await button.innerText()).toBe(count.toString())
      await button.click()
      await root
        .getByText(/^12\. /)
        .last()
        .waitFor()
      await button.waitFor({ state: 'detached' })
      await expect.poll(() => unread(attic)).toBe(0)
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('timeline')
    }
  })

  it('opens in its place, and keeps it, while its panel is put away on a phone', async () => {
    await playground.control({ do: 'fill', conversation: attic, count: 40 })
    const boat = group('boat')
    for (const user of users) await panelOn(page, user).open(boat)
    await playground.control({ do: 'fill', conversation: attic, count: 40 })
    await settled()
    await page.setViewportSize({ width: 390, height: 800 })
    const go = (user: string): Promise<void> => page.getByRole('button', { name: new RegExp(`^${user}$`, 'i') }).click()
    const first = (user: string): Promise<string | null> =>
      timelineOf(user).evaluate(element => {
        const { top } = element.getBoundingClientRect()
        return [...element.querySelectorAll('.timeline-row')].find(row => row.getBoundingClientRect().bottom > top + 1)?.textContent ?? null
      })
    for (const user of users) {
      const { root, row, unread } = panelOn(page, user)
      const count = await unread(attic)
      expect(count).toBeGreaterThan(20)
      // Opened from elsewhere, while nobody sees it.
      await go(user === 'alice' ? 'bob' : 'alice')
      await row(attic)
        .getByTestId('conversation')
        .evaluate((element: HTMLElement) => element.click())
      await settled()
      await go(user)
      await root.getByTestId('unread-marker').waitFor()
      await expect.poll(() => first(user)).toBe('New messages')
      await expect.poll(() => unread(attic)).toBeLessThan(count)
      expect(await unread(attic)).toBeGreaterThan(0)

      await wheel(user, 300)
      await stands(user)
      const before = await first(user)
      await go(user === 'alice' ? 'bob' : 'alice')
      await go(user)
      await expect.poll(() => first(user)).toBe(before)
    }
  })

  it('nothing was thrown or complained about', () => expect(complaints).toEqual([]))
})
