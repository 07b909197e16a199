import type { Chat, ConversationId, MessageKey } from '@parlance/core'
import { direct, group, room } from '@parlance/core'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientInNode } from './clientInNode.ts'
import type { Links } from './linksOf.ts'
import { linksOf } from './linksOf.ts'
import type { OpenedPage } from './openPage.ts'
import { closePages, openPage } from './openPage.ts'
import type { PanelOn } from './panelOn.ts'
import { panelOn } from './panelOn.ts'
import { chatParty, pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'
import { users } from './threeUsers.ts'

const lake = group('lake')
const boat = group('boat')
const kitchen = room('kitchen')

describe('devices', () => {
  let playground: Playground

  beforeAll(async () => {
    playground = await startPlayground('devices')
  })
  afterAll(async () => {
    await closePages()
    await playground.close()
  })

  describe('who was away while others read', () => {
    const nameOf = (user: string): string => user[0]!.toUpperCase() + user.slice(1)
    let opened: OpenedPage
    let chats: ReadonlyMap<string, Chat>

    beforeAll(async () => {
      opened = await openPage(playground.url, { viewport: { width: 1600, height: 1000 } })
      chats = new Map(await Promise.all([...users, 'dave'].map(async user => [user, await clientInNode(playground, user)] as const)))
      for (const user of users) await panelOn(opened.page, user).leave()
      for (const chat of chats.values()) chat.conversation(lake).open()
    })
    afterAll(async () => {
      for (const chat of chats.values()) await chat.dispose()
      await opened.page.context().close()
    })

    it.for(users)('[RCP4] %s sees after ten reads who has read how much', async user => {
      const { page } = opened
      const { root, open, say, leave, message } = panelOn(page, user)
      const texts = ['One', 'Two', 'Three', 'Four', 'Five'].map(number => `${number} of ${user}`)
      const readers = [...chats].filter(([other]) => other !== user)
      const settled = (): Promise<void> => settle(pageParty(page), ...readers.map(([, chat]) => chatParty(chat)))
      const connection = (state: string) => root.locator(`[data-testid=connection]${state}`)
      const counts = (): Promise<(string | null)[]> =>
        Promise.all(texts.map(text => message(text).getByTestId('read-count').getAttribute('data-count')))
      const keyOf = (chat: Chat, text: string): MessageKey =>
        chat
          .conversation(lake)
          .messages.get()
          .toArray()
          .find(({ body }) => body?.type === 'text' && body.text === text)!.key

      await open(lake)
      for (const text of texts) await say(text)
      await settled()
      expect(await counts()).toEqual(['0', '0', '0', '0', '0'])
      await playground.control({ do: 'cut', user })
      await connection(':not([data-state=online])').waitFor()
      // The first reads four of the five, the others three.
      const reads = readers.map(async ([, chat], index) => {
        const outcomes: boolean[] = []
        for (const text of texts.slice(0, index === 0 ? 4 : 3))
          outcomes.push((await chat.conversation(lake).markRead({ upTo: keyOf(chat, text) })).ok)
        return outcomes
      })
      expect((await Promise.all(reads)).flat()).toEqual(Array.from({ length: 10 }, () => true))
      expect(await counts()).toEqual(['0', '0', '0', '0', '0'])

      await playground.control({ do: 'restore', user })
      await page.evaluate(() => window.dispatchEvent(new Event('online')))
      await chats.get(user)!.connect()
      await connection('[data-state=online]').waitFor()
      await settled()
      await expect.poll(counts).toEqual(['3', '3', '3', '1', '0'])
      expect(await message(texts[0]!).getByTestId('read-count').innerText()).toBe('Read by 3 of 3')
      const [first] = readers.map(([reader]) => nameOf(reader))
      for (const [text, names] of [
        [texts[2]!, readers.map(([reader]) => nameOf(reader))],
        [texts[3]!, [first]],
      ] as const) {
        await message(text).getByTestId('read-count').click()
        const shown = root.getByTestId('reader').locator('bdi')
        await expect.poll(async () => (await shown.allTextContents()).sort()).toEqual([...names].sort())
        await page.keyboard.press('Escape')
        await root.getByTestId('readers').waitFor({ state: 'detached' })
      }
      await leave()
    })

    it('nothing was thrown or complained about', () => expect(opened.complaints).toEqual([]))
  })

  describe.for([
    { user: 'alice', peer: 'bob', one: 'react', other: 'svelte' },
    { user: 'bob', peer: 'carol', one: 'vue', other: 'react' },
  ] as const)('two of $user, drawn with $one and with $other', ({ user, peer, one, other }) => {
    const said = {
      one: `${user}, from the one`,
      rewritten: `${user}, from the one, rewritten`,
      atLast: `${user}, from the one, at last`,
      other: `${user}, from the other`,
      nobody: `${user}, meant for nobody`,
      away: `${user}, written away`,
      meanwhile: `${user}, written meanwhile`,
      again: `${peer}, here again`,
      toAll: `${peer}, to all`,
    }
    let pages: readonly [OpenedPage, OpenedPage]
    let first: PanelOn
    let second: PanelOn
    let links: Links
    let friend: Chat

    beforeAll(async () => {
      const viewport = { width: 1000, height: 800 }
      const prepare = async (page: Page): Promise<void> => {
        links = await linksOf(page, playground.server)
      }
      pages = [
        await openPage(playground.joinUrl(user, one), { viewport }),
        await openPage(playground.joinUrl(user, other), { viewport, prepare }),
      ]
      first = panelOn(pages[0].page, user)
      second = panelOn(pages[1].page, user)
      friend = await clientInNode(playground, peer)
      for (const device of [first, second]) await device.open(lake)
      await settled()
    })
    afterAll(async () => {
      await friend.dispose()
      for (const { page } of pages) await page.context().close()
    })

    const settled = (): Promise<void> => settle(...pages.map(({ page }) => pageParty(page)), chatParty(friend))
    const choose = async (device: PanelOn, conversation: ConversationId, action: string): Promise<void> => {
      await device.row(conversation).hover()
      await device.row(conversation).getByTestId('menu-button').click()
      await device.root.page().locator(`[data-testid=menu] [data-action=${action}]`).click()
    }
    const edit = async ({ menu, message, composer }: PanelOn, from: string, to: string): Promise<void> => {
      await menu(message(from), 'edit')
      await composer.fill(to)
      await composer.press('Enter')
    }
    /** What a device has, without what is each device’s own: keys, what became of a send, and whether it could count the unread itself. */
    const state = ({ page }: OpenedPage): Promise<unknown> =>
      page.evaluate(
        ([who, talk]) => {
          const chat = window.parlance!.chats[who]!
          return {
            unread: chat.totalUnread.get().count,
            conversations: chat.conversations
              .get()
              .toArray()
              .map(({ id, unread: { count, mentions, marked }, pinned, silenced, last }) => ({
                ...{ id, count, mentions, marked, pinned, silenced },
                last: last?.id,
              })),
            messages: chat
              .conversation(talk)
              .messages.get()
              .toArray()
              .map(({ id, from, mine, body, recalled, edited, reactions }) => ({ id, from, mine, body, recalled, edited, reactions })),
          }
        },
        [user, lake] as const,
      )
    /** What somebody sees there: the list, and the end of the conversation. */
    const look = async ({ root, messages }: PanelOn): Promise<unknown> => ({
      rows: await root.getByTestId('conversation-row').evaluateAll(rows =>
        rows.map(row => ({
          id: row.getAttribute('data-conversation'),
          unread: row.querySelector('[data-testid=unread]')?.getAttribute('data-count'),
          preview: row.querySelector('[data-testid=preview]')?.textContent.trim(),
        })),
      ),
      messages: (await messages.allInnerTexts()).slice(-3).map(text => text.replaceAll(/\s+/g, ' ').trim()),
    })
    const expectEqual = async (): Promise<void> => {
      await settled()
      expect(await state(pages[1])).toEqual(await state(pages[0]))
      await expect.poll(() => look(second)).toEqual(await look(first))
    }

    it('[ID2, UNR5] show what either says', async () => {
      await first.say(said.one)
      await second.message(said.one).waitFor()
      await second.say(said.other)
      await first.message(said.other).waitFor()
      await first.say(said.nobody)
      await expectEqual()
      expect(await first.unread(lake)).toBe(0)
    })

    it('[UNR4] are read by what is read on either', async () => {
      for (const text of ['Are you there?', 'Hello?']) friend.conversation(direct(user)).send(text)
      await settled()
      for (const device of [first, second]) await expect.poll(() => device.unread(direct(peer))).toBeGreaterThanOrEqual(2)
      await expectEqual()
      await second.open(direct(peer))
      await expect.poll(() => first.unread(direct(peer))).toBe(0)
      await second.open(lake)
      await expectEqual()
    })

    it('[RCL1, EDT1, RCT1] follow recalls, edits and reactions of either', async () => {
      await edit(second, said.one, said.rewritten)
      await first.menu(first.message(said.nobody), 'recall')
      await first.menu(first.message(said.other), 'react 👍')
      await second.message(said.other).locator('[data-testid=reaction]').waitFor()
      await expectEqual()
      await second.message(said.rewritten).getByTestId('edited').waitFor()
      expect(await second.message(said.nobody).count()).toBe(0)
    })

    it('[CNV2, CNV3] have one list: what is pinned, silenced and removed', async () => {
      await choose(first, kitchen, 'pin')
      await choose(second, lake, 'silence')
      await choose(second, direct(peer), 'remove')
      await first.row(direct(peer)).waitFor({ state: 'detached' })
      await expectEqual()
      expect(await second.row(kitchen).evaluate(row => row.parentElement?.firstElementChild === row)).toBe(true)
    })

    it('[RCV2, RCV4] end equal when one was cut off meanwhile', async () => {
      await links.cut()
      await second.root.locator('[data-testid=connection]:not([data-state=online])').waitFor()
      await second.say(said.away)
      await second.menu(second.message(said.rewritten), 'react ❤️')
      await edit(first, said.rewritten, said.atLast)
      await first.menu(first.message(said.other), 'recall')
      await first.say(said.meanwhile)
      friend.conversation(direct(user)).send(said.again)
      friend.conversation(lake).send(said.toAll)
      await first.message(said.toAll).waitFor()
      await first.open(direct(peer))
      await first.message(said.again).waitFor()
      await choose(first, kitchen, 'unpin')
      await choose(first, boat, 'remove')
      await first.row(boat).waitFor({ state: 'detached' })
      expect(await second.message(said.meanwhile).count()).toBe(0)
      expect(await second.tick(said.away)).toBe('queued')

      await links.restore()
      await second.root.locator('[data-testid=connection][data-state=online]').waitFor()
      await first.open(lake)
      await first.message(said.away).waitFor()
      await expectEqual()
      expect(await second.row(boat).count()).toBe(0)
      expect(await second.unread(direct(peer))).toBe(0)
    })

    it('nothing was thrown or complained about', () => {
      expect(pages.flatMap(({ complaints }) => complaints)).toEqual([])
    })
  })
})
