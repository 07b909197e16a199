import { direct, group } from '@parlance/core'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodePng } from '../server/encodePng.ts'
import { closePages, openPage } from './openPage.ts'
import type { LocalFile, PanelOn } from './panelOn.ts'
import { panelOn } from './panelOn.ts'
import { pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'
import { users } from './threeUsers.ts'

const boat = group('boat')
const picture: LocalFile = { name: 'dot.png', mimeType: 'image/png', buffer: encodePng(40, 30, () => [90, 120, 200]) }
const broken: LocalFile = { name: 'torn.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') }

/** Each test goes through the three panels, one of each framework. */
describe('what is written', () => {
  let playground: Playground
  let page: Page
  let complaints: readonly string[]
  const settled = (): Promise<void> => settle(pageParty(page))

  beforeAll(async () => {
    playground = await startPlayground('composing')
    ;({ page, complaints } = await openPage(playground.url, { viewport: { width: 1600, height: 900 } }))
    for (const user of users) await panelOn(page, user).open(boat)
    await settled()
  })
  afterAll(async () => {
    await closePages()
    await playground.close()
  })

  const each = async (test: (panel: PanelOn, user: (typeof users)[number]) => Promise<void>): Promise<void> => {
    for (const user of users) await test(panelOn(page, user), user)
  }
  /** Moves files over a panel, and lets them go there. */
  const drag = (panel: PanelOn, type: 'dragenter' | 'dragleave' | 'drop', { name, mimeType, buffer }: LocalFile): Promise<void> =>
    panel.root.evaluate(
      (element, { kind, bytes, ...file }) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([new Uint8Array(bytes)], file.name, { type: file.mimeType }))
        element.querySelector('.timeline')?.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
      },
      { kind: type, name, mimeType, bytes: [...buffer] },
    )

  it('is not sent when there is nothing to see in it', () =>
    each(async ({ root, composer, messages }) => {
      const before = await messages.count()
      for (const text of ['\u200B', ' \n ', '\u2060\u3164']) {
        await composer.fill(text)
        expect(await root.getByTestId('send').getAttribute('aria-disabled')).toBe('true')
        await composer.press('Enter')
      }
      expect(await composer.inputValue()).not.toBe('')
      await composer.fill('')
      expect(await messages.count()).toBe(before)
    }))

  it('runs from right to left where its script does, and only there', () =>
    each(async ({ composer, say, message }, user) => {
      const text = `שלום, ${user}!`
      const directionOf = (element: Element): string => getComputedStyle(element).direction
      await composer.fill(text)
      expect(await composer.evaluate(directionOf)).toBe('rtl')
      await say(text)
      const said = message(text).locator('.message-said')
      expect(await said.evaluate(directionOf)).toBe('rtl')
      // The time stands where the text ends.
      const [words, time] = await Promise.all([said.getByTestId('text').boundingBox(), said.locator('.message-meta').boundingBox()])
      expect(time!.x).toBeLessThan(words!.x)
      expect(await composer.evaluate(directionOf)).toBe('ltr')
      await say(`Left to right, ${user}.`)
      expect(await message(`Left to right, ${user}.`).locator('.message-said').evaluate(directionOf)).toBe('ltr')
    }))

  it('takes files that are dropped anywhere on the panel', () =>
    each(async (panel, user) => {
      await drag(panel, 'dragenter', picture)
      expect(await panel.root.getAttribute('data-dropping')).toBe('')
      await drag(panel, 'dragleave', picture)
      expect(await panel.root.getAttribute('data-dropping')).toBeNull()
      await drag(panel, 'dragenter', picture)
      await drag(panel, 'drop', picture)
      expect(await panel.root.getAttribute('data-dropping')).toBeNull()
      await panel.root.getByTestId('attached').filter({ hasText: picture.name }).locator('img').waitFor()
      await panel.composer.press('Enter')
      await settled()
      expect(await panel.messages.last().getAttribute('data-from')).toBe(user)
      await panel.messages.last().getByRole('img', { name: picture.name }).waitFor()
    }))

  it('takes no picture of a text that is pasted', () =>
    each(async ({ root, composer }) => {
      await composer.evaluate(field => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', 'a cell')
        clipboardData.setData('text/html', '<td>a cell</td>')
        clipboardData.items.add(new File(['-'], 'cell.png', { type: 'image/png' }))
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      })
      await settled()
      expect(await root.getByTestId('attached').count()).toBe(0)
    }))

  it('carries what says to be an image, and is none, as a file', () =>
    each(async ({ root, attach, composer, messages }) => {
      await attach(broken)
      const attached = root.getByTestId('attached')
      await attached.waitFor()
      await expect.poll(() => attached.locator('img').count()).toBe(0)
      await composer.press('Enter')
      await settled()
      for (const one of users) expect(await panelOn(page, one).messages.last().getByTestId('file').textContent()).toContain(broken.name)
      expect(await messages.last().getByTestId('image').count()).toBe(0)
    }))

  it('shows an image that doesn’t come as a file, except where it was before it was sent', () =>
    each(async ({ root, attach, composer, messages }, user) => {
      await page.route('**/files/**', route => route.fulfill({ contentType: 'image/png', body: broken.buffer }))
      await attach({ ...picture, name: 'lost.png' })
      await root.getByTestId('attached').waitFor()
      await composer.press('Enter')
      await settled()
      expect(await messages.last().getByTestId('image').getAttribute('data-here')).toBe('true')
      for (const one of users.filter(other => other !== user)) {
        const last = panelOn(page, one).messages.last()
        await last.getByTestId('file').waitFor()
        expect(await last.getByTestId('file').textContent()).toContain('lost.png')
        expect(await last.getByTestId('image').count()).toBe(0)
      }
      await page.unroute('**/files/**')
    }))

  it('stays as a draft when the message that it was to change is recalled meanwhile', () =>
    each(async ({ root, composer, say, message, menu, messages }, user) => {
      const recall = async (text: string): Promise<void> => {
        const key = await message(text).getAttribute('data-key')
        await page.evaluate(([who, id, of]) => window.parlance!.chats[who]!.conversation(id).recall(of), [user, boat, key!] as const)
      }
      const trouble = root.getByTestId('trouble')
      await say(`${user}: first`)
      await say(`${user}: second`)
      await settled()

      await menu(message(`${user}: first`), 'edit')
      await composer.fill(`${user}: first, better`)
      await recall(`${user}: first`)
      await expect.poll(() => trouble.textContent()).toContain('The message was recalled meanwhile. What you wrote stays here as a draft.')
      expect(await composer.inputValue()).toBe(`${user}: first, better`)
      expect(await root.getByRole('button', { name: 'Stop editing' }).count()).toBe(0)
      await trouble.getByRole('button', { name: 'Close' }).click()
      await expect.poll(() => trouble.textContent()).toBe('')
      await composer.fill('')

      // What it said itself is gone for good.
      await menu(message(`${user}: second`), 'edit')
      await recall(`${user}: second`)
      await expect.poll(() => trouble.textContent()).toContain('The message was recalled meanwhile.')
      expect(await composer.inputValue()).toBe('')
      await composer.press('x')
      await expect.poll(() => trouble.textContent()).toBe('')
      await composer.fill('')
      await settled()
      const last = messages.last()
      await last.getByTestId('tombstone').waitFor()
      expect(await last.getByTestId('tick').count()).toBe(0)
    }))

  it('is announced when it doesn’t go out', () =>
    each(async ({ root, say, messages }) => {
      await say('far '.repeat(20_000))
      await expect.poll(() => root.getByTestId('announcer').textContent()).toBe('Not sent. It is too large.')
      await messages.last().getByTestId('cancel').click()
      await expect.poll(() => root.getByTestId('announcer').textContent()).toBe('')
    }))

  it('is announced once where it comes to somebody else', async () => {
    await panelOn(page, 'bob').open(direct('carol'))
    await panelOn(page, 'bob').say('Are you there?')
    await expect.poll(() => panelOn(page, 'carol').root.getByTestId('alert').textContent()).toBe('New message from Bob: Are you there?')
  })

  it('shows that somebody is typing, however long the name', () =>
    each(async ({ root, open }, user) => {
      const typist = user === 'bob' ? 'carol' : 'bob'
      await open(boat)
      await panelOn(page, typist).open(boat)
      await panelOn(page, typist).composer.press('x')
      const typing = root.getByTestId('note').locator('.typing')
      await typing.waitFor()
      expect(await typing.textContent()).toMatch(/ is typing$/)
      const isInSight = await typing.evaluate(element => {
        const name = element.querySelector('.typing-who')!
        name.textContent = 'Maximilian '.repeat(30)
        const room = element.parentElement!.getBoundingClientRect()
        const words = element.querySelector('.typing-does')!.getBoundingClientRect()
        return words.width > 20 && words.right <= room.right + 1
      })
      expect(isInSight).toBe(true)
      await panelOn(page, typist).composer.fill('')
      await typing.waitFor({ state: 'detached' })
    }))

  it('nothing was thrown or complained about', () => expect(complaints).toEqual([]))
})
