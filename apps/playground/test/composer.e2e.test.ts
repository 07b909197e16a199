import type { ConversationId } from '@parlance/core'
import { direct, group } from '@parlance/core'
import type { Browser, Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations } from './axeViolations.ts'
import { launchChromium } from './launchChromium.ts'
import type { OpenedPage } from './openPage.ts'
import { closePages, openPage } from './openPage.ts'
import type { LocalFile, PanelOn } from './panelOn.ts'
import { panelOn } from './panelOn.ts'
import { png } from './png.ts'
import { pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'

const lake = group('lake')
const boat = group('boat')
const people = [
  { user: 'alice', peer: 'bob', other: 'carol' },
  { user: 'bob', peer: 'carol', other: 'alice' },
  { user: 'carol', peer: 'alice', other: 'bob' },
] as const
const nameOf = (user: string): string => user[0]!.toUpperCase() + user.slice(1)

const pdf = (name: string): LocalFile => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') })
const program: LocalFile = { name: 'setup.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') }
const wrongPicture: LocalFile = { name: 'old.bmp', mimeType: 'image/bmp', buffer: Buffer.from('BM') }

describe('the composer', () => {
  let playground: Playground
  let browser: Browser
  let opened: OpenedPage
  /** Object URLs that the page has let go of. */
  let revoked: () => Promise<readonly string[]>
  const panel = (user: string): PanelOn => panelOn(opened.page, user)
  const settled = (): Promise<void> => settle(pageParty(opened.page))
  const openEverywhere = async (conversation: string): Promise<void> => {
    for (const { user } of people) await panel(user).open(conversation)
    await settled()
  }
  /** What the messages say that a user has of a conversation, in a word each. */
  const saidIn = (user: string, conversation: ConversationId): Promise<readonly string[]> =>
    opened.page.evaluate(
      ([who, where]) =>
        window
          .parlance!.chats[who]!.conversation(where)
          .messages.get()
          .toArray()
          .map(({ body }) =>
            body?.type === 'text' ? body.text : body && 'attachment' in body ? body.attachment.name : (body?.type ?? ''),
          ),
      [user, conversation] as const,
    )
  const byId = (id: string): Locator => opened.page.getByTestId(id)
  const ask = async (user: string, form: string): Promise<void> => {
    await panel(user).root.getByTestId('attach').click()
    await opened.page.locator(`[data-testid=menu] [data-action=${form}]`).click()
    await byId('form').waitFor()
  }
  const fill = (field: string, value: string): Promise<void> => byId('form').locator(`[data-field=${field}]`).fill(value)
  const problem = (field: string): Promise<string | null> =>
    byId('form')
      .locator('.asked-field', { has: opened.page.locator(`[data-field=${field}][aria-invalid=true]`) })
      .locator('.is-error')
      .textContent()

  beforeAll(async () => {
    playground = await startPlayground('composer')
    // A microphone that beeps, for everybody who asks.
    browser = await launchChromium('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream')
    opened = await openPage(playground.url, {
      browser,
      viewport: { width: 1600, height: 1000 },
      permissions: ['microphone', 'geolocation'],
      geolocation: { latitude: 47.378_17, longitude: 8.540_19 },
    })
    const urls = await opened.page.evaluateHandle(() => {
      const gone: string[] = []
      const revoke = URL.revokeObjectURL.bind(URL)
      URL.revokeObjectURL = url => {
        gone.push(url)
        revoke(url)
      }
      return gone
    })
    revoked = () => urls.jsonValue()
    await openEverywhere(lake)
  })
  afterAll(async () => {
    await browser.close()
    await playground.close()
  })

  for (const { user, peer, other } of people) {
    describe(`of ${user}`, () => {
      it('[ATT4] takes files that are picked, pasted and dropped, several at once, and sends them after the words', async () => {
        const { root, composer, attach, paste, drop } = panel(user)
        const tiles = root.getByTestId('attached')
        await attach(png('one.png'), png('two.png'))
        await paste(png('three.png'))
        await drop(pdf('four.pdf'), pdf('five.pdf'))
        await expect.poll(() => tiles.count()).toBe(5)
        await expect.poll(() => root.locator('[data-testid=attached][data-state=ready]').count()).toBe(5)
        expect(await tiles.first().textContent()).toMatch(/one\.png.*kB/)

        await root.getByRole('button', { name: 'Remove four.pdf' }).click()
        await expect.poll(() => tiles.count()).toBe(4)
        const previews = await tiles.locator('img').evaluateAll(images => images.map(image => image.getAttribute('src') ?? ''))
        expect(previews.map(url => url.slice(0, 5))).toEqual(['blob:', 'blob:', 'blob:'])
        await composer.fill(`Files of ${user}`)
        await composer.press('Enter')
        await settled()
        await expect.poll(() => tiles.count()).toBe(0)
        const sent = [`Files of ${user}`, 'one.png', 'two.png', 'three.png', 'five.pdf']
        expect((await saidIn(peer, lake)).slice(-5)).toEqual(sent)
        expect(await revoked()).toEqual(expect.arrayContaining([...previews]))
      })

      it('shows where files may be dropped', async () => {
        const { root } = panel(user)
        const drag = (type: string): Promise<void> =>
          root.evaluate((element, name) => {
            const dataTransfer = new DataTransfer()
            dataTransfer.items.add(new File([], 'a.png'))
            element.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }))
          }, type)
        const target = (): Promise<string> => root.evaluate(element => getComputedStyle(element, '::after').content)
        expect(await target()).toBe('none')
        await drag('dragover')
        expect(await target()).toContain('Drop')
        await drag('dragleave')
        expect(await target()).toBe('none')
      })

      it('says of a file that can’t be sent why, and keeps it back', async () => {
        const { root, composer, paste } = panel(user)
        await paste(program, wrongPicture)
        const invalid = root.locator('[data-testid=attached][data-state=invalid]')
        await expect.poll(() => invalid.count()).toBe(2)
        expect(await invalid.first().textContent()).toContain('.exe files can’t be sent here.')
        expect(await invalid.last().textContent()).toContain('Files of this type can’t be sent')
        const before = await saidIn(user, lake)
        await composer.press('Enter')
        await settled()
        expect(await saidIn(user, lake)).toEqual(before)
        for (const { name } of [program, wrongPicture]) await root.getByRole('button', { name: `Remove ${name}` }).click()
        await expect.poll(() => root.getByTestId('attached').count()).toBe(0)
      })

      it('[MEN1] offers members after an @, by keyboard and by pointer, and mentions those who are chosen', async () => {
        const { root, composer, message } = panel(user)
        const list = root.getByTestId('mention-list')
        const options = list.getByRole('option')
        await composer.pressSequentially('Hello @')
        await list.waitFor()
        const others = ['alice', 'bob', 'carol', 'dave'].filter(one => one !== user).map(nameOf)
        for (const [index, name] of [...others, 'Everyone'].entries()) expect(await options.nth(index).textContent()).toContain(name)
        const active = (): Promise<string | null> => list.locator('[aria-selected=true]').textContent()
        expect(await composer.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'))
        await composer.press('ArrowDown')
        expect(await active()).toContain(others[1])
        await composer.press('ArrowUp')
        await composer.press('ArrowUp')
        expect(await active()).toContain('Everyone')

        await composer.press('Escape')
        await list.waitFor({ state: 'detached' })
        await composer.press('Backspace')
        await composer.pressSequentially(`@${peer.slice(0, 2)}`)
        await list.waitFor()
        expect(await options.count()).toBe(1)
        await composer.press('Tab')
        expect(await composer.inputValue()).toBe(`Hello @${nameOf(peer)} `)
        await composer.pressSequentially('and @')
        await options.filter({ hasText: nameOf(other) }).click()
        const text = `Hello @${nameOf(peer)} and @${nameOf(other)}`
        expect(await composer.inputValue()).toBe(`${text} `)
        await composer.press('Enter')
        await settled()

        for (const [reader, isMe] of [
          [user, [false, false]],
          [peer, [true, false]],
          [other, [false, true]],
        ] as const) {
          const mentions = panel(reader).message(text).getByTestId('mention')
          await expect.poll(() => mentions.allTextContents()).toEqual([`@${nameOf(peer)}`, `@${nameOf(other)}`])
          expect(await mentions.evaluateAll(named => named.map(one => one.classList.contains('is-me')))).toEqual(isMe)
        }
        expect(await message(text).count()).toBe(1)
      })

      it('[MEN1] mentions everyone, and nobody by an address', async () => {
        const { say } = panel(user)
        const text = `@everyone: write to ${user}@lake.example`
        await say(text)
        await settled()
        const mentions = panel(peer).message(text).getByTestId('mention')
        await expect.poll(() => mentions.allTextContents()).toEqual(['@everyone'])
        expect(await mentions.evaluateAll(named => named.map(one => one.classList.contains('is-me')))).toEqual([true])
      })

      it('sends to some members alone, once', async () => {
        const { root, composer, say, message } = panel(user)
        await root.getByTestId('choices-button').click()
        await byId(`only-${peer}`).click()
        await expect.poll(() => byId(`only-${peer}`).getAttribute('aria-checked')).toBe('true')
        await opened.page.keyboard.press('Escape')
        expect(await root.getByTestId('chosen-only').textContent()).toContain(`Only to ${nameOf(peer)}`)
        // It stays with its conversation.
        await panel(user).open(boat)
        expect(await root.getByTestId('chosen-only').count()).toBe(0)
        await panel(user).open(lake)
        await root.getByTestId('chosen-only').waitFor()

        const secret = `A secret of ${user}`
        await say(secret)
        await say(`Aloud from ${user}`)
        await settled()
        expect(await root.getByTestId('chosen-only').count()).toBe(0)
        await expect.poll(() => message(secret).getByTestId('directed').textContent()).toBe(`Only to ${nameOf(peer)}`)
        await expect.poll(() => panel(peer).message(secret).getByTestId('directed').textContent()).toBe('Only to you')
        await panel(other).message(`Aloud from ${user}`).waitFor()
        expect(await panel(other).message(secret).count()).toBe(0)
        expect(await panel(peer).message(`Aloud from ${user}`).getByTestId('directed').count()).toBe(0)
        expect(await composer.inputValue()).toBe('')
      })

      it('asks for a read count, or doesn’t', async () => {
        const { root, say, message } = panel(user)
        const toggle = async (): Promise<void> => {
          await root.getByTestId('choices-button').click()
          await byId('counts-readers').click()
          await opened.page.keyboard.press('Escape')
        }
        await say(`Counted ${user}`)
        await toggle()
        await say(`Uncounted ${user}`)
        await settled()
        await expect.poll(() => message(`Counted ${user}`).getByTestId('read-count').getAttribute('data-count')).toBe('2')
        expect(await message(`Uncounted ${user}`).getByTestId('read-count').count()).toBe(0)
        await toggle()
      })

      it('sends extra data, which the details of a message show; and refuses what is none', async () => {
        const { root, composer, menu, message } = panel(user)
        const text = `With data of ${user}`
        await root.getByTestId('choices-button').click()
        await byId('ext').fill('{"order": {"items": [1, null]}')
        await opened.page.keyboard.press('Escape')
        await composer.fill(text)
        await composer.press('Enter')
        await expect.poll(() => root.getByTestId('trouble').textContent()).toContain('Extra data: This has to be a JSON object')
        expect(await message(text).count()).toBe(0)
        await root.getByTestId('choices-button').click()
        await byId('ext').fill('{"order": {"items": [1, null]}}')
        await opened.page.keyboard.press('Escape')
        await composer.press('Enter')
        await settled()

        const reader = panel(peer)
        await reader.menu(reader.message(text), 'details')
        const details = byId('details')
        const detail = (id: string): Promise<string | null> => details.locator(`[data-detail=${id}] dd`).textContent()
        expect(JSON.parse((await detail('ext')) ?? '')).toEqual({ order: { items: [1, null] } })
        expect(await detail('from')).toBe(`${nameOf(user)} (${user})`)
        for (const id of ['id', 'localId', 'position', 'sentAt']) expect(await detail(id)).toMatch(/\w/)
        await opened.page.keyboard.press('Escape')
        await details.waitFor({ state: 'detached' })
        await menu(message(text), 'details')
        expect(await detail('state')).toBe('sent')
        await details.getByRole('button', { name: 'Close' }).click()
        await details.waitFor({ state: 'detached' })
      })

      it('asks for a location, says what is wrong with it, and finds mine', async () => {
        await ask(user, 'location')
        await fill('lat', '91')
        await byId('form-send').click()
        expect(await problem('lat')).toBe('Latitude is a number from −90 to 90.')
        expect(await problem('lng')).toBe('Longitude is a number from −180 to 180.')
        await expect.poll(() => opened.page.evaluate(() => document.activeElement?.getAttribute('data-field'))).toBe('lat')
        await byId('form-fill').click()
        await expect.poll(() => byId('form').locator('[data-field=lat]').inputValue()).toBe('47.37817')
        expect(await byId('form').locator('[data-field=lng]').inputValue()).toBe('8.54019')
        expect(await byId('form').locator('[aria-invalid=true]').count()).toBe(0)
        await opened.page.keyboard.press('Escape')
        await byId('form').waitFor({ state: 'detached' })
        await expect.poll(() => opened.page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('attach')
      })

      it('says what is wrong with an address, a poll and a command', async () => {
        await ask(user, 'urlImage')
        await fill('url', 'javascript:alert(1)')
        await fill('width', 'wide')
        await byId('form').getByRole('textbox').first().press('Enter')
        expect(await problem('url')).toBe('An address begins with https:// or http://.')
        expect(await problem('width')).toBe('Pixels are a whole number from 1.')
        await opened.page.keyboard.press('Escape')

        await ask(user, 'poll')
        await fill('options', 'Only this')
        await byId('form-send').click()
        expect(await problem('question')).toBe('What do you want to know?')
        expect(await problem('options')).toBe('A choice takes at least two options.')
        await opened.page.keyboard.press('Escape')

        await ask(user, 'command')
        expect(await byId('form').textContent()).toContain('it makes no row here')
        await fill('params', '[1]')
        await byId('form-send').click()
        expect(await problem('params')).toContain('This has to be a JSON object')
        await opened.page.keyboard.press('Escape')
        await byId('form').waitFor({ state: 'detached' })
      })

      it('records a voice message, which is discarded or sent', async () => {
        const { root } = panel(user)
        const voice = root.getByTestId('voice')
        const shown = (): Promise<string | null> => voice.textContent()
        const before = await saidIn(user, lake)
        await root.getByTestId('record').click()
        await expect.poll(shown).toContain('0:00')
        await opened.page.keyboard.press('Escape')
        await voice.waitFor({ state: 'detached' })
        await expect.poll(() => opened.page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('composer')
        await root.getByTestId('record').click()
        await expect.poll(shown).toContain('0:00')
        await root.getByTestId('voice-cancel').click()
        await voice.waitFor({ state: 'detached' })
        await settled()
        expect(await saidIn(user, lake)).toEqual(before)

        await root.getByTestId('record').click()
        await expect.poll(shown).toContain('0:01')
        await root.getByTestId('voice-send').click()
        await settled()
        const sent = await opened.page.evaluate(
          ([who, where]) => {
            const body = window.parlance!.chats[who]!.conversation(where).messages.get().at(-1)?.body
            return body?.type === 'audio' ? body : undefined
          },
          [peer, lake] as const,
        )
        expect(sent?.attachment.mime).toMatch(/^audio\//)
        expect(sent?.attachment.size).toBeGreaterThan(500)
        expect(sent?.durationMs).toBeGreaterThanOrEqual(1_000)
      })

      it('puts a picked emoji where the caret is', async () => {
        const { root, composer } = panel(user)
        await composer.fill('ab')
        await composer.press('ArrowLeft')
        await root.getByTestId('emoji').click()
        const picker = opened.page.locator('emoji-picker')
        await picker.getByRole('combobox').fill('sloth')
        await picker.getByRole('option', { name: 'sloth' }).first().click()
        await expect.poll(() => composer.inputValue()).toBe('a🦥b')
        await opened.page.keyboard.press('Escape')
        await composer.fill('')
      })
    })
  }

  for (const { user } of people) {
    it(`fits a narrow page, and axe finds nothing: ${user}`, async () => {
      const { page } = opened
      await page.setViewportSize({ width: 360, height: 740 })
      await page
        .getByRole('navigation', { name: 'People' })
        .getByRole('button', { name: nameOf(user) })
        .click()
      const { root, composer, attach } = panel(user)
      /** What is wider than the page, or sticks out of it. */
      const sticksOut = (): Promise<readonly string[]> =>
        page.evaluate(() =>
          [...document.querySelectorAll('.composer *, .popup, .popup *, dialog, dialog *')]
            .filter(element => element.checkVisibility() && !element.matches('.visually-hidden, bdi'))
            .filter(element => element.getBoundingClientRect().right > 360.5 || element.getBoundingClientRect().left < -0.5)
            .map(element => element.outerHTML.slice(0, 100)),
        )
      const expectFit = async (): Promise<void> => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
        expect(await sticksOut()).toEqual([])
        expect(await axeViolations(page, { within: '.composer, .popup, dialog[open]' })).toEqual([])
      }
      await attach(png('a name of a picture that is longer than any tile of it could be.png'), pdf('paper.pdf'))
      await root.getByTestId('choices-button').click()
      for (const one of people) if (one.user !== user) await byId(`only-${one.user}`).click()
      await byId('ext').fill('{"order": 7}')
      await expectFit()
      await page.keyboard.press('Escape')
      await composer.pressSequentially('@')
      await root.getByTestId('mention-list').waitFor()
      await expectFit()
      await composer.press('Escape')
      await composer.fill('')
      await root.getByTestId('attach').click()
      await byId('menu').waitFor()
      await expectFit()
      await page.keyboard.press('Escape')
      for (const form of ['urlImage', 'location', 'poll', 'command']) {
        await ask(user, form)
        await byId('form-send').click()
        await byId('form').locator('[aria-invalid=true]').first().waitFor()
        await expectFit()
        await page.keyboard.press('Escape')
        await byId('form').waitFor({ state: 'detached' })
      }
      await root.getByRole('button', { name: /^Remove a name/ }).click()
      await root.getByRole('button', { name: 'Remove paper.pdf' }).click()
      await root.getByTestId('record').click()
      await expect.poll(() => root.getByTestId('voice').textContent()).toContain('0:00')
      await expectFit()
      await root.getByTestId('voice-cancel').click()
      await root.getByTestId('voice').waitFor({ state: 'detached' })
      await panel(user).menu(panel(user).messages.last(), 'details')
      await byId('details').waitFor()
      await expectFit()
      await page.keyboard.press('Escape')
    })
  }

  it('has no microphone where there is none, and can send then as ever', async () => {
    const { page } = await openPage(playground.joinUrl('dave', 'react'))
    const dave = panelOn(page, 'dave')
    await dave.open(direct('alice'))
    await dave.root.getByTestId('send').waitFor()
    expect(await dave.root.getByTestId('record').count()).toBe(0)
    await closePages()
  })

  it('nothing was thrown or complained about', () => expect(opened.complaints).toEqual([]))
})
