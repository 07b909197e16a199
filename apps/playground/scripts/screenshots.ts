// Makes the pictures of docs/images from a lively playground: node --conditions=@parlance/source scripts/screenshots.ts
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { direct, group, room } from '@parlance/core'
import type { BrowserContextOptions, Page } from 'playwright'
import { clientInNode } from '../test/clientInNode.ts'
import { launchChromium } from '../test/launchChromium.ts'
import { openPage } from '../test/openPage.ts'
import { panelOn } from '../test/panelOn.ts'
import { pageParty, settle } from '../test/settle.ts'
import { startDevServer } from '../test/startPlayground.ts'

const images = fileURLToPath(new URL('../../../docs/images/', import.meta.url))
mkdirSync(images, { recursive: true })

/** A zone where it is about ten in the morning, so that what was said today was said today. */
const morning = (): string => {
  const ahead = ((10 - new Date().getUTCHours() + 36) % 24) - 12
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

const playground = await startDevServer('screenshots')
const browser = await launchChromium()
const lake = group('lake')
const dave = await clientInNode(playground, 'dave')

const withPage = async (name: string, options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> => {
  const { page } = await openPage(playground.url, { browser, deviceScaleFactor: 1.5, timezoneId: morning(), ...options })
  await settle(pageParty(page))
  await use(page)
  // Images are decoded, and what slides has slid.
  await page.waitForFunction(() => [...document.images].every(image => image.complete))
  await page.screenshot({ path: `${images}playground-${name}.png`, animations: 'disabled' })
  await page.context().close()
}

await withPage('light', { viewport: { width: 1560, height: 900 }, colorScheme: 'light' }, async page => {
  const [alice, bob, carol] = ['alice', 'bob', 'carol'].map(user => panelOn(page, user))
  await bob?.say('Coffee for two, then 🥐')
  await carol?.say('Oh. I’m packing.')
  await alice?.say('Booked: four seats, 17:35 🎒')
  await settle(pageParty(page))
  dave.conversation(lake).setTyping(true)
  await page.getByTestId('note').filter({ hasText: 'Dave is typing' }).first().waitFor()
})

await withPage('dark', { viewport: { width: 1560, height: 1040 }, colorScheme: 'dark' }, async page => {
  const bob = panelOn(page, 'bob')
  await bob.open(direct('carol'))
  await bob.say('You are a wonder.')
  await page.getByTestId('tools-button').click()
  await page.locator('[data-knob=loss]').fill('0.2')
  await page.locator('[data-knob=latencyMs]').fill('300')
  await panelOn(page, 'alice').open(room('kitchen'))
  await panelOn(page, 'alice').say('Save me a slice, please 🍞')
  await settle(pageParty(page))
  await page.getByTestId('fact').filter({ hasText: 'Save me a slice' }).first().click()
  await playground.control({ do: 'clear' })
})

await withPage('narrow', { viewport: { width: 390, height: 800 }, colorScheme: 'light', deviceScaleFactor: 2 }, async page => {
  dave.conversation(lake).setTyping(true)
  await page.getByTestId('note').filter({ hasText: 'Dave is typing' }).first().waitFor()
})

await dave.dispose()
await browser.close()
await playground.close()
