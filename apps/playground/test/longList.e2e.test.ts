import { room } from '@parlance/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import '../src/page/exposed.ts'
import { closePages, openPage } from './openPage.ts'
import { panelOn } from './panelOn.ts'
import { pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'

const MESSAGES = 5_000
const MOST_ROWS = 60
const attic = room('attic')

describe('a list of 5,000 messages', () => {
  let playground: Playground

  beforeAll(async () => {
    playground = await startPlayground('long-list')
    await playground.control({ do: 'fill', conversation: attic, count: MESSAGES })
  })
  afterAll(async () => {
    await closePages()
    await playground.close()
  })

  it.for(['react', 'vue', 'svelte'] as const)('keeps few rows in the document wherever it is scrolled to, in %s', async ui => {
    const { page, complaints } = await openPage(playground.joinUrl('dave', ui), { viewport: { width: 900, height: 800 } })
    const dave = panelOn(page, 'dave')
    await dave.open(attic)
    await settle(pageParty(page))
    const scroller = dave.root.getByTestId('timeline')
    const rows = (): Promise<number> => scroller.locator('.timeline-row').count()
    const numbers = async (): Promise<readonly number[]> => (await dave.texts()).map(text => Number.parseInt(text, 10))

    // At first the newest page, at its unread marker or end; older ones come as one scrolls up, and what was in sight stays there.
    await dave.said(/^5000\. /).waitFor()
    expect(await rows()).toBeLessThan(MOST_ROWS)
    const loaded = (): Promise<number> =>
      page.evaluate(id => window.parlance?.chats['dave']?.conversation(id).messages.get().length ?? 0, attic)
    const first = await loaded()
    const top = (await numbers())[0]!
    await scroller.evaluate(element => element.scrollTo({ top: 0 }))
    await expect.poll(loaded).toBeGreaterThan(first)
    await settle(pageParty(page))
    await expect.poll(async () => (await numbers())[0]!).toBeLessThan(top)
    expect(await rows()).toBeLessThan(MOST_ROWS)

    await page.evaluate(async id => {
      const talk = window.parlance?.chats['dave']?.conversation(id)
      while (talk?.history.get().hasOlder === true) await talk.loadOlder({ count: 250 })
    }, attic)
    expect(await loaded()).toBe(MESSAGES)
    await settle(pageParty(page))

    for (const share of [0, 0.25, 0.5, 0.75, 1]) {
      await scroller.evaluate((element, to) => element.scrollTo({ top: to * element.scrollHeight }), share)
      const wanted = Math.max(1, Math.round(share * MESSAGES))
      // Heights are estimates until rows are drawn: near is near enough, but the ends are the ends.
      const distance = async (): Promise<number> => Math.min(...(await numbers()).map(number => Math.abs(number - wanted)))
      await expect.poll(distance).toBeLessThanOrEqual(share === 0 || share === 1 ? 0 : MESSAGES / 10)
      expect(await rows()).toBeLessThan(MOST_ROWS)
      // One after the other, nothing twice.
      const seen = await numbers()
      expect(seen).toEqual(seen.map((_, index) => seen[0]! + index))
    }
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
