import { direct, group, room } from '@parlance/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenedPage } from './openPage.ts'
import { closePages, openPage } from './openPage.ts'
import type { PanelOn } from './panelOn.ts'
import { panelOn } from './panelOn.ts'
import { pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startDevServer } from './startPlayground.ts'

/** Whether somebody sees it in the list that scrolls it. */
const isInSight = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  const room = element.closest('.facts-list')!.getBoundingClientRect()
  return top >= room.top - 1 && bottom <= room.bottom + 1
}

describe('one page', () => {
  let playground: Playground
  let opened: OpenedPage
  let alice: PanelOn
  const settled = (): Promise<void> => settle(pageParty(opened.page))

  beforeAll(async () => {
    playground = await startDevServer('one-page')
    opened = await openPage(playground.url, { viewport: { width: 1600, height: 1100 } })
    alice = panelOn(opened.page, 'alice')
    await alice.open(direct('bob'))
    await settled()
    await opened.page.getByTestId('tools-button').click()
  })
  afterAll(async () => {
    await closePages()
    await playground.close()
  })

  it('a conversation is pinned, silenced, marked unread and removed by its menu', async () => {
    const { page } = opened
    const boat = group('boat')
    const bob = panelOn(page, 'bob')
    const choose = async (action: string): Promise<void> => {
      await bob.row(boat).hover()
      await bob.row(boat).getByTestId('menu-button').click()
      await page.locator(`[data-testid=menu] [data-action=${action}]`).click()
      await settled()
    }
    const first = (): Promise<string | null> => bob.root.getByTestId('conversation-row').first().getAttribute('data-conversation')
    await bob.leave()
    expect(await first()).not.toBe(boat)
    await choose('pin')
    await expect.poll(first).toBe(boat)
    await choose('unpin')
    await expect.poll(first).not.toBe(boat)

    const total = await bob.totalUnread()
    await alice.open(boat)
    await alice.say('One for the badge')
    await settled()
    await expect.poll(() => bob.totalUnread()).toBe(total + 1)
    await choose('silence')
    expect(await bob.unread(boat)).toBe(1)
    await expect.poll(() => bob.totalUnread()).toBe(total)
    await choose('alert')
    await expect.poll(() => bob.totalUnread()).toBe(total + 1)
    await choose('markRead')
    await expect.poll(() => bob.totalUnread()).toBe(total)
    await choose('markUnread')
    await bob.row(boat).getByText('Marked unread').waitFor({ state: 'attached' })
    expect(await bob.totalUnread()).toBe(total)

    await choose('remove')
    await expect.poll(() => bob.row(boat).count()).toBe(0)
    await alice.say('And it is back')
    await settled()
    await expect.poll(() => bob.unread(boat)).toBe(1)
    await alice.open(direct('bob'))
  })

  it('[RCP6] opens where the unread begin, and is read as far as it is seen', async () => {
    const { page } = opened
    const attic = room('attic')
    await playground.control({ do: 'fill', conversation: attic, count: 10 })
    for (const user of ['alice', 'bob', 'carol']) await panelOn(page, user).open(attic)
    await settled()
    for (const user of ['alice', 'bob', 'carol']) await panelOn(page, user).leave()
    await playground.control({ do: 'fill', conversation: attic, count: 40 })
    await settled()

    for (const user of ['alice', 'bob', 'carol']) {
      const panel = panelOn(page, user)
      // Somebody's own messages are not unread.
      const unread = await panel.unread(attic)
      expect(unread).toBeGreaterThan(20)
      await panel.open(attic)
      await panel.root.getByTestId('unread-marker').waitFor()
      await settled()
      // What is in sight is read, and nothing below it.
      await expect.poll(() => panel.unread(attic)).toBeLessThan(unread)
      expect(await panel.unread(attic)).toBeGreaterThan(0)
      await panel.root.getByRole('button', { name: 'To the newest message' }).click()
      await expect.poll(() => panel.unread(attic)).toBe(0)
      await panel.said(/^40\. /).waitFor()
    }
    await alice.open(direct('bob'))
  })

  it('the inspector shows facts as they come, and the state right after any of them', async () => {
    const { page } = opened
    const total = async (): Promise<number> => Number(await page.getByTestId('fact-count').textContent())
    const messages = page.getByTestId('state-message')
    const state = page.getByTestId('state')
    await state
      .locator(`[data-conversation="${direct('bob')}"]`)
      .getByRole('button')
      .click()
    const then = await total()
    expect(then).toBeGreaterThan(10)
    const before = await messages.count()

    await alice.say('A new fact')
    await settled()
    await expect.poll(total).toBeGreaterThan(then)
    await expect.poll(() => messages.count()).toBe(before + 1)
    expect(await messages.last().textContent()).toContain('A new fact')

    // Back to the moment before: the row is gone there, and only there.
    await page.getByTestId('moment').fill(then.toString())
    await page.locator('[data-testid=state][data-past]').waitFor()
    await expect.poll(() => messages.count()).toBe(before)
    expect(await state.textContent()).not.toContain('A new fact')
    await alice.message('A new fact').waitFor()
    // The fact of the moment is in sight, wherever the list was scrolled to.
    for (const moment of [then, 1, then]) {
      await page.getByTestId('moment').fill(moment.toString())
      await expect.poll(() => page.locator('.fact[aria-current=true]').evaluate(isInSight)).toBe(true)
    }
    await page.getByTestId('now').click()
    await expect.poll(() => messages.count()).toBe(before + 1)
  })

  it('shows the panels or the tools where the window is too low for both', async () => {
    const { page } = opened
    await page.setViewportSize({ width: 1280, height: 420 })
    expect(await alice.root.isVisible()).toBe(false)
    const tools = await page.getByTestId('tools').boundingBox()
    expect(tools!.height).toBeGreaterThan(300)
    await page.getByTestId('tools-button').click()
    expect(await alice.root.isVisible()).toBe(true)
    await page.setViewportSize({ width: 1600, height: 1100 })
    await page.getByTestId('tools-button').click()
  })

  it('a recalled body is gone from the log and from every earlier state', async () => {
    const { page } = opened
    const secret = 'The code is 4711'
    await alice.say(secret)
    await settled()
    const tools = page.getByTestId('tools')
    await page.getByTestId('fact').filter({ hasText: secret }).first().waitFor()
    const moment = Number(await page.getByTestId('fact-count').textContent())
    await alice.menu(alice.message(secret), 'recall')
    await settled()
    await expect.poll(() => page.getByTestId('fact').filter({ hasText: secret }).count()).toBe(0)
    for (let number = moment - 4; number <= moment + 2; number++) {
      await page.getByTestId('moment').fill(number.toString())
      await page.getByTestId('fact-json').waitFor()
      expect(await tools.textContent()).not.toContain('4711')
    }
    await page.getByTestId('now').click()
    expect(await page.content()).not.toContain('4711')
  })

  it('a knob cuts a link and brings it back', async () => {
    const { page } = opened
    const link = (state: string) => alice.root.locator(`[data-testid=connection][data-state=${state}]`)
    await link('online').waitFor()
    await page.getByTestId('cut').click()
    await link('offline').waitFor()
    await alice.say('Into the void')
    await expect.poll(() => alice.tick('Into the void')).toBe('queued')
    await page.getByTestId('cut').click()
    await link('online').waitFor()
    await settled()
    await expect.poll(() => alice.tick('Into the void')).toBe('delivered')

    await page.locator('[data-knob=latencyMs]').fill('100')
    await expect.poll(async () => (await playground.control({ do: 'quiet' })).links[0]?.faults.latencyMs).toBe(100)
    await page.getByRole('button', { name: 'Calm' }).click()
    await expect.poll(async () => (await playground.control({ do: 'quiet' })).links[0]?.faults.latencyMs ?? 0).toBe(0)
  })
})
