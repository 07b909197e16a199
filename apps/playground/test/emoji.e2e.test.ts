import { group } from '@parlance/core'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenedPage } from './openPage.ts'
import { closePages, openPage } from './openPage.ts'
import { panelOn } from './panelOn.ts'
import { pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'

const people = [
  { user: 'alice', animal: '🦥', name: 'sloth' },
  { user: 'bob', animal: '🦦', name: 'otter' },
  { user: 'carol', animal: '🦉', name: 'owl' },
] as const
const lake = group('lake')

describe('emoji are pictures', () => {
  let playground: Playground
  let opened: OpenedPage

  beforeAll(async () => {
    playground = await startPlayground('emoji')
    opened = await openPage(playground.url, {
      viewport: { width: 1600, height: 1000 },
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    for (const { user } of people) await panelOn(opened.page, user).open(lake)
    await settle(pageParty(opened.page))
  })
  afterAll(async () => {
    await closePages()
    await playground.close()
  })

  const drawn = (text: Locator): Promise<readonly string[]> =>
    text.locator('img').evaluateAll(images => images.map(image => `${image.getAttribute('alt')} ${image.getAttribute('title')}`))
  const loaded = (text: Locator): Promise<boolean> =>
    text.locator('img').evaluateAll(images => images.every(image => (image as HTMLImageElement).naturalWidth > 0))

  /** The last text of the conversation on each of the three panels, once it is the one with these pictures and they are loaded. */
  const everywhere = async (pictures: readonly string[]): Promise<readonly Locator[]> => {
    const texts: Locator[] = []
    for (const { user } of people) {
      const { root } = panelOn(opened.page, user)
      const text = root.getByTestId('text').last()
      const shown = async (): Promise<readonly string[]> => {
        await root.getByTestId('timeline').evaluate(element => element.scrollTo({ top: element.scrollHeight }))
        return drawn(text)
      }
      await expect.poll(shown).toEqual(pictures)
      await expect.poll(() => loaded(text)).toBe(true)
      texts.push(text)
    }
    return texts
  }

  for (const { user, animal, name } of people) {
    it(`[EMO1] in what ${user} says, on every panel; and copied they are characters`, async () => {
      const { page } = opened
      await panelOn(page, user).say(`${animal} [fire]\n  👍🏽 at http://lake.example/:/ :)`)
      for (const text of await everywhere([`${animal} ${animal}`, '🔥 fire', '👍🏽 thumbs up', '🙂 slightly smiling face'])) {
        expect((await text.locator('img').first().boundingBox())?.width).toBeLessThan(24)
        await text.evaluate(element => getSelection()?.selectAllChildren(element))
        await page.keyboard.press('Control+c')
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${animal} 🔥\n  👍🏽 at http://lake.example/:/ 🙂`)
      }
    })

    it(`[EMO1] that ${user} picks, large where there is nothing else`, async () => {
      const { page } = opened
      const { root, composer } = panelOn(page, user)
      await root.getByTestId('emoji').click()
      const picker = page.locator('emoji-picker')
      await picker.getByRole('combobox').fill(name)
      const option = picker.getByRole('option', { name }).first()
      await option.waitFor()
      const picture = await option.evaluate(element => getComputedStyle(element, '::after').backgroundImage)
      expect(picture).toContain(`/emoji/${encodeURIComponent(animal)}.svg`)
      expect(await option.evaluate(element => getComputedStyle(element).fontSize)).toBe('0px')
      await option.click()
      await expect.poll(() => composer.inputValue()).toBe(animal)
      await page.keyboard.press('Escape')
      await composer.press('Enter')
      for (const text of await everywhere([`${animal} ${animal}`])) {
        expect((await text.locator('img').boundingBox())?.width).toBeGreaterThan(30)
      }
    })
  }

  it('are characters where there is no room for pictures', async () => {
    const { page } = opened
    await panelOn(page, 'bob').say('and [fire] :)')
    for (const { user } of people) {
      const panel = panelOn(page, user)
      await expect.poll(() => panel.row(lake).textContent()).toContain('and 🔥 🙂')
    }
  })

  it('come one by one from the server, and nothing else does', async () => {
    const ask = (path: string): Promise<Response> => fetch(`${playground.url}emoji/${path}`)
    const party = await ask(`${encodeURIComponent('🎉')}.svg`)
    expect(party.headers.get('content-type')).toBe('image/svg+xml')
    expect(await party.text()).toMatch(/^<svg .*<\/svg>$/)
    for (const path of ['a.svg', '%3Cscript%3E.svg', '%F0%9F.svg', encodeURIComponent('🎉🎉') + '.svg', '../package.json'])
      expect((await ask(path)).headers.get('content-type')).not.toBe('image/svg+xml')
  })

  it('nothing was thrown or complained about', () => expect(opened.complaints).toEqual([]))
})
