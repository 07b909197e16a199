import { direct, group, room } from '@parlance/core'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import '../src/page/exposed.ts'
import type { PanelOn } from './panelOn.ts'
import type { ThreeUsers, User } from './threeUsers.ts'
import { openThreeUsers, users } from './threeUsers.ts'

const boat = group('boat')
const attic = room('attic')
const names = { alice: 'Alice', bob: 'Bob', carol: 'Carol' } as const
const after = (user: User): User => users[(users.indexOf(user) + 1) % users.length]!

/** Each test goes through the three panels, one of each framework. */
describe('what is put to messages', () => {
  let three: ThreeUsers

  beforeAll(async () => {
    three = await openThreeUsers('message-marks', { do: 'fill', conversation: attic, count: 600 })
    for (const user of users) await three.panel(user).open(boat)
    await three.settled()
  })
  afterAll(() => three.close())

  const everywhere = async (test: (panel: PanelOn, user: User) => Promise<void>): Promise<void> => {
    for (const user of users) await test(three.panel(user), user)
  }
  /** Every panel begins at the end of the boat. */
  const each = (test: (panel: PanelOn, user: User) => Promise<void>): Promise<void> =>
    everywhere(async (panel, user) => {
      await everywhere(shown => shown.open(boat))
      await everywhere(toEnd)
      await three.settled()
      await test(panel, user)
    })
  const wordsOf = (element: Locator): Promise<string> => element.evaluate(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
  const toEnd = async ({ root }: PanelOn): Promise<void> => {
    const button = root.getByTestId('to-end')
    if ((await button.count()) > 0) await button.click()
    await button.waitFor({ state: 'detached' })
  }
  const chip = (panel: PanelOn, text: string, emoji: string): Locator =>
    panel.message(text).locator(`[data-testid=reaction][data-emoji="${emoji}"]`)
  const count = async (reaction: Locator): Promise<string | null> =>
    (await reaction.count()) === 0 ? null : reaction.getAttribute('data-count')
  /** Scrolled to, in sight and focused. */
  const expectShown = async (panel: PanelOn, text: string): Promise<void> => {
    const message = panel.message(text)
    await expect.poll(() => message.evaluateAll(([element]) => element !== undefined && element === document.activeElement)).toBe(true)
    const [list, row] = await Promise.all([panel.root.getByTestId('timeline').boundingBox(), message.boundingBox()])
    expect(row!.y).toBeGreaterThanOrEqual(list!.y - 1)
    expect(row!.y + row!.height).toBeLessThanOrEqual(list!.y + list!.height + 1)
  }

  it('[RCT2] reactions: from a row of six, from the picker, taken away by a click, with the names of who reacted', () =>
    each(async (panel, user) => {
      const { page, settled } = three
      const text = `${user} has something to react to`
      const other = three.panel(after(user))
      await panel.say(text)
      await settled()
      await other.message(text).hover()
      await other.message(text).getByTestId('react-button').click()
      expect(await page.getByTestId('menu').locator('[data-action^="react "]').count()).toBe(6)
      await page.locator('[data-testid=menu] [data-action="react 👍"]').click()
      await settled()
      await everywhere(async shown => expect.poll(() => count(chip(shown, text, '👍'))).toBe('1'))
      expect(await chip(other, text, '👍').getAttribute('aria-pressed')).toBe('true')
      expect(await chip(panel, text, '👍').getAttribute('title')).toBe(`${names[after(user)]}: 👍`)

      await chip(panel, text, '👍').click()
      await settled()
      await everywhere(async shown => expect.poll(() => count(chip(shown, text, '👍'))).toBe('2'))
      expect(await chip(panel, text, '👍').getAttribute('title')).toBe(`You and ${names[after(user)]}: 👍`)
      await chip(panel, text, '👍').click()
      await settled()
      await everywhere(async shown => expect.poll(() => count(chip(shown, text, '👍'))).toBe('1'))

      await panel.menu(panel.message(text), 'reactOther')
      const picker = page.locator('emoji-picker')
      await picker.getByRole('combobox').fill('otter')
      await picker.getByRole('option', { name: 'otter' }).first().click()
      await picker.waitFor({ state: 'detached' })
      await settled()
      await everywhere(async shown => expect.poll(() => count(chip(shown, text, '🦦'))).toBe('1'))
      const picture = chip(panel, text, '🦦').locator('img')
      await expect.poll(() => picture.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
    }))

  it('[RCT2] a reaction or a pin that is refused is taken back, and says why', () =>
    each(async (panel, user) => {
      const text = `${user} has something that can’t be touched`
      await panel.say(text)
      await three.settled()
      for (const [request, action, notice] of [
        ['react', 'react 👍', 'The reaction was not taken. You are muted here: you may read, but not write.'],
        ['pin', 'pin', 'Not pinned. You are not allowed to do that.'],
      ] as const) {
        await three.playground.control({ do: 'refuse', user, code: request === 'react' ? 'muted' : 'forbidden', request })
        await panel.menu(panel.message(text), action)
        await three.settled()
        await expect.poll(() => wordsOf(panel.message(text).getByTestId('notice'))).toBe(notice)
      }
      expect(await panel.message(text).getByTestId('reaction').count()).toBe(0)
    }))

  it('answers quote what they answer, wherever it is, and lead there', () =>
    each(async (panel, user) => {
      const asked = `${user} asks who drives`
      const other = three.panel(after(user))
      await panel.say(asked)
      await three.settled()

      await other.menu(other.message(asked), 'reply')
      const bar = other.root.getByTestId('quote-bar')
      await bar.waitFor()
      expect(await wordsOf(bar.locator('.quote-text'))).toMatch(new RegExp(`^${names[user]} ?${asked}$`))
      await expect.poll(() => other.composer.evaluate(field => field === document.activeElement)).toBe(true)
      await other.composer.press('Escape')
      await bar.waitFor({ state: 'detached' })

      await other.menu(other.message(asked), 'reply')
      await bar.waitFor()
      await other.say(`I do, ${user}`)
      await bar.waitFor({ state: 'detached' })
      await three.settled()
      await everywhere(async (shown, who) => {
        const quote = shown.message(`I do, ${user}`).getByTestId('quote')
        await expect.poll(() => wordsOf(quote)).toMatch(new RegExp(`^${who === user ? 'You' : names[user]} ?${asked}$`))
      })
      await other.message(`I do, ${user}`).getByTestId('quote').click()
      await expectShown(other, asked)
      await panel.menu(panel.message(asked), 'recall')
      await three.settled()
      await expect.poll(() => other.message(`I do, ${user}`).getByTestId('quote').textContent()).toContain('Recalled message')
    }))

  it('an answer to what isn’t loaded says so, and brings it', async () => {
    await everywhere(panel => panel.open(attic))
    await three.settled()
    const answered = await three.page.evaluate(async id => {
      const talk = window.parlance!.chats['alice']!.conversation(id)
      const found = await talk.search({ text: '4. This', count: 50 })
      const target = found.ok ? found.value.items.find(({ body }) => body?.type === 'text' && body.text.startsWith('104.')) : undefined
      talk.send('I had forgotten that one', { replyTo: { conversation: id, id: target?.id ?? '' } })
      return target?.body?.type === 'text' ? target.body.text : ''
    }, attic)
    expect(answered).toMatch(/^104\. This/)
    await three.settled()
    await everywhere(async panel => {
      await toEnd(panel)
      const quote = panel.message('I had forgotten that one').getByTestId('quote')
      await expect.poll(() => wordsOf(quote)).toBe('Message not loaded')
      await quote.click()
      await expectShown(panel, answered)
      await toEnd(panel)
      await expect.poll(() => quote.textContent()).toContain(answered)
    })
  })

  it('[PIN1] pins stand in a bar, the latest first, and lead to their messages', () =>
    each(async (panel, user) => {
      const texts = [`${user} says when`, `${user} says where`]
      for (const text of texts) await panel.say(text)
      await three.settled()
      for (const text of texts) {
        await panel.menu(panel.message(text), 'pin')
        await three.settled()
      }
      await everywhere(async (shown, who) => {
        const bar = shown.root.getByTestId('pin-bar')
        const by = who === user ? 'you' : names[user]
        await expect.poll(() => bar.getByTestId('pinned').textContent()).toContain(texts[1])
        expect(await bar.getByTestId('pinned').textContent()).toContain(`Pinned by ${by}`)
        await bar.getByTestId('pin-count').click()
        const pins = shown.root.getByTestId('pins')
        await expect.poll(() => pins.getByTestId('pinned').count()).toBe(2)
        await pins.getByTestId('pinned').last().click()
        await pins.waitFor({ state: 'detached' })
        await expectShown(shown, texts[0]!)
      })
      for (const text of texts) {
        await panel.menu(panel.message(text), 'unpin')
        await three.settled()
      }
      await everywhere(async shown => expect.poll(() => shown.root.getByTestId('pin-bar').count()).toBe(0))
    }))

  it('[FWD1] a message is forwarded to a conversation that is looked for, and says whose it was', () =>
    each(async (panel, user) => {
      const { page, settled } = three
      const text = `${user} knows the way`
      const target = after(user)
      await panel.say(text)
      await settled()
      const other = three.panel(target)
      await other.menu(other.message(text), 'forward')
      const dialog = page.getByTestId('forward')
      await dialog.waitFor()
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })

      await other.menu(other.message(text), 'forward')
      await dialog.getByTestId('forward-search').fill(user.slice(0, 3))
      await expect.poll(() => dialog.getByTestId('forward-target').count()).toBe(1)
      await dialog.getByTestId('forward-target').click()
      await dialog.waitFor({ state: 'detached' })
      await expect.poll(() => other.root.getByTestId('hint').textContent()).toBe(`Forwarded to ${names[user]}`)
      await settled()
      await panel.open(direct(target))
      await expect.poll(() => wordsOf(panel.message(text).getByTestId('forwarded'))).toBe('Forwarded from you')
      await other.open(direct(user))
      await expect.poll(() => wordsOf(other.message(text).getByTestId('forwarded'))).toBe(`Forwarded from ${names[user]}`)
    }))

  it('[SCH1] a search finds by words, sender, kind and time, page by page, and leads to what it found', () =>
    everywhere(async panel => {
      const { root } = panel
      await panel.open(attic)
      await three.settled()
      await root.getByTestId('search-button').click()
      const text = root.getByTestId('search-text')
      await expect.poll(() => text.evaluate(field => field === document.activeElement)).toBe(true)
      const found = root.getByTestId('found')
      const state = root.getByTestId('search-state')
      await text.fill('another box')
      await expect.poll(() => state.textContent()).toBe('20 or more messages found')
      expect(await found.first().locator('mark').allTextContents()).toEqual(['another box'])
      await root.getByTestId('search-more').click()
      await expect.poll(() => found.count()).toBe(40)

      await text.fill('10. Found')
      await expect.poll(() => state.textContent()).toBe('6 messages found')
      await root.getByTestId('search-filters').click()
      const by = await found.first().locator('.found-name').textContent()
      await root.getByTestId('search-sender').selectOption({ label: by! })
      await expect.poll(async () => new Set(await found.locator('.found-name').allTextContents())).toEqual(new Set([by]))
      await root.getByTestId('search-sender').selectOption('')
      await root.getByTestId('search-kind').selectOption({ label: 'Pictures' })
      await expect.poll(() => state.textContent()).toBe('Nothing found')
      await root.getByTestId('search-kind').selectOption({ label: 'Texts' })
      await expect.poll(() => state.textContent()).toBe('6 messages found')
      await root.getByTestId('search-to').fill('2001-01-01')
      await expect.poll(() => state.textContent()).toBe('Nothing found')
      await root.getByTestId('search-to').fill('')
      await root.getByTestId('search-from').fill('2001-01-01')
      await expect.poll(() => state.textContent()).toBe('6 messages found')

      // The oldest of them is not loaded.
      await found.last().click()
      await expectShown(panel, '10. Found another box.')
      await text.press('Escape')
      await root.getByTestId('search').waitFor({ state: 'detached' })
      await expect.poll(() => root.getByTestId('search-button').evaluate(button => button === document.activeElement)).toBe(true)
    }))

  it('what happened to a group stands between its messages', () =>
    each(async (panel, user) => {
      const event = panel.root.locator('[data-testid=event][data-event=changed]')
      await expect
        .poll(async () => {
          await panel.root.getByTestId('timeline').evaluate(list => list.scrollTo({ top: 0 }))
          return event.allTextContents()
        })
        .toEqual([`${user === 'bob' ? 'You' : 'Bob'} named it “The boat”`])
    }))

  it('[RCP6] a receipt carries a note, also for what is read already', () =>
    each(async (panel, user) => {
      const { page, settled } = three
      const text = `${user} asks who has a spare key`
      const other = three.panel(after(user))
      await panel.say(text)
      await settled()
      await expect.poll(() => panel.message(text).getByTestId('read-count').getAttribute('data-count')).toBe('2')
      await other.menu(other.message(text), 'note')
      await page.getByTestId('note-text').fill('It hangs by the door')
      await page.getByTestId('note-send').click()
      await expect.poll(() => other.root.getByTestId('hint').textContent()).toBe('Marked as read')
      await settled()
      await panel.message(text).getByTestId('read-count').click()
      const reader = panel.root.getByTestId('reader').filter({ hasText: names[after(user)] })
      await expect.poll(() => reader.getByTestId('reader-note').allTextContents()).toEqual(['It hangs by the door'])
      expect(await panel.root.getByTestId('reader-note').count()).toBe(1)
      await page.keyboard.press('Escape')
    }))

  it('nothing was thrown or complained about', () => expect(three.complaints).toEqual([]))
})
