import type { Chat } from '@parlance/core'
import { direct, group } from '@parlance/core'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinAddress } from '../src/page/address.ts'
import type { Framework } from '../src/shared/panel/createPanel.ts'
import { openPage } from './openPage.ts'
import type { TwoPages } from './openTwoPages.ts'
import { openTwoPages } from './openTwoPages.ts'
import type { PanelOn } from './panelOn.ts'
import { panelOn } from './panelOn.ts'
import { png } from './png.ts'
import { pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'

const boat = group('boat')
const lake = group('lake')
/** Several pages of Easemob's history. */
const FILLED = 120
/** How long the server lets a message be recalled: long enough to do so, short enough to wait for its end. */
const WINDOW_MS = 6_000
/** Of a picture that is there to see. */
const widthOf = (image: Locator): Promise<number> => image.evaluate(element => (element as HTMLImageElement).naturalWidth)

/** Alice and Bob each over the unmodified SDK. */
describe('two pages over Easemob’s SDK', () => {
  let playground: Playground
  let pages: TwoPages
  let alice: PanelOn
  let bob: PanelOn
  let carol: Chat
  const settled = (): Promise<void> => pages.settled()
  const expectUnread: TwoPages['expectUnread'] = (counts, conversation) => pages.expectUnread(counts, conversation)

  const addressOf = async (user: string, ui: Framework, token = playground.token(user)): Promise<string> => {
    const { easemob } = await playground.control({ do: 'easemob' })
    return joinAddress(playground.url, { transport: 'easemob', ...easemob!, user, token, server: playground.server, ui })
  }

  beforeAll(async () => {
    playground = await startPlayground('easemob')
    await playground.control({ do: 'fill', conversation: lake, count: FILLED })
    await playground.control({ do: 'recallWindow', ms: WINDOW_MS })
    pages = await openTwoPages(playground, addressOf)
    ;({ alice, bob, carol } = pages)
  })
  afterAll(async () => {
    await pages.close()
    await playground.close()
  })

  const rowsOf = ({ root }: PanelOn): Promise<readonly (string | null)[]> =>
    root.getByTestId('conversation-row').evaluateAll(rows => rows.map(row => row.getAttribute('data-conversation')))
  const choose = async (panel: PanelOn, conversation: string, action: string): Promise<void> => {
    await panel.row(conversation).hover()
    await panel.row(conversation).getByTestId('menu-button').click()
    await panel.root.page().locator(`[data-testid=menu] [data-action=${action}]`).click()
    await settled()
  }

  it('begin with the list: titles, last messages and unread numbers, what is pinned first', async () => {
    await expect.poll(() => rowsOf(alice)).toEqual([lake, direct('carol'), direct('bob'), boat, direct('dave')])
    await expect.poll(() => rowsOf(bob)).toEqual([lake, direct('carol'), direct('alice'), boat])
    expect(await alice.row(lake).getByTestId('conversation').innerText()).toContain('Weekend at the lake')
    expect(await alice.row(direct('carol')).getByTestId('preview').innerText()).toBe('I’d rather not buy coffee twice again.')
    await expectUnread({ alice: 0, bob: 0 })
    expect(await alice.unread(direct('carol'))).toBe(2)
    expect(await alice.unread(boat)).toBe(0)
    expect(await bob.unread(boat)).toBe(0)
  })

  it('a text arrives: delivered and unread, then read', async () => {
    const text = 'Did you pack the stove?'
    await alice.open(direct('bob'))
    await alice.say(text)
    await expectUnread({ alice: 0, bob: 1 })
    await expect.poll(() => alice.tick(text)).toBe('delivered')
    await bob.open(direct('alice'))
    await bob.message(text).waitFor()
    await expectUnread({ alice: 0, bob: 0 })
    await expect.poll(() => alice.tick(text)).toBe('read')
  })

  it('an answer goes the other way, and is read at once where the conversation is open', async () => {
    await bob.say('Under the tent.')
    await alice.message('Under the tent.').waitFor()
    await expectUnread({ alice: 0, bob: 0 })
    await expect.poll(() => bob.tick('Under the tent.')).toBe('read')
  })

  it('an image is uploaded to Easemob’s store, from either side, and is there to see', async () => {
    const ways = [
      [alice, bob, 'stove.png', 'attach'],
      [bob, alice, 'tent.png', 'paste'],
    ] as const
    for (const [from, to, name, how] of ways) {
      await from[how](png(name))
      await from.root.getByTestId('attached').waitFor()
      await from.composer.press('Enter')
      await expectUnread({ alice: 0, bob: 0 })
      for (const side of [from, to]) await expect.poll(() => widthOf(side.root.getByRole('img', { name, exact: true }))).toBe(64)
      const own = from.messages.filter({ has: from.root.page().getByRole('img', { name, exact: true }) })
      await expect.poll(() => own.getByTestId('tick').getAttribute('data-status')).toBe('read')
    }
  })

  it('a message to three is read by one, then by two, and says by whom', async () => {
    const text = 'The boat leaves at nine.'
    await alice.open(boat)
    await alice.say(text)
    await expectUnread({ alice: 0, bob: 1 }, boat)
    const count = alice.message(text).getByTestId('read-count')
    await expect.poll(() => count.getAttribute('data-count')).toBe('0')

    const close = carol.conversation(boat).open()
    await settled()
    await carol.conversation(boat).markRead()
    close()
    await expectUnread({ alice: 0, bob: 1 }, boat)
    await expect.poll(() => count.getAttribute('data-count')).toBe('1')

    await bob.open(boat)
    await expectUnread({ alice: 0, bob: 0 }, boat)
    await expect.poll(() => count.getAttribute('data-count')).toBe('2')
    expect(await count.textContent()).toBe('Read by 2 of 2')
    await count.click()
    const readers = alice.root.getByTestId('reader')
    await expect.poll(async () => (await readers.locator('bdi').allTextContents()).sort()).toEqual(['Bob', 'Carol'])
    await alice.root.page().keyboard.press('Escape')
    await alice.root.getByTestId('readers').waitFor({ state: 'detached' })
  })

  it('a message that is recalled in time is gone on both sides', async () => {
    const text = 'No, at ten.'
    await alice.say(text)
    await bob.message(text).waitFor()
    await alice.menu(alice.message(text), 'recall')
    await settled()
    for (const side of [alice, bob]) {
      await expect.poll(() => side.message(text).count()).toBe(0)
      await expect.poll(() => side.messages.last().getByTestId('tombstone').count()).toBe(1)
    }
    expect(await bob.messages.last().textContent()).toContain('Alice recalled this message')
    await expect.poll(() => carol.conversation(boat).messages.get().at(-1)?.recalled?.by).toBe('alice')
  })

  it('past the window no recall is offered, and one that is too late by the server’s clock is refused and explained', async () => {
    await alice.open(direct('bob'))
    await bob.open(direct('alice'))
    const { page } = pages.opened[0]
    const old = alice.message('I’ll bring coffee.')
    await old.hover()
    await old.getByRole('button', { name: 'Message actions' }).click()
    await page.locator('[data-testid=menu] [data-action=forward]').waitFor()
    expect(await page.locator('[data-testid=menu] [data-action=recall]').count()).toBe(0)
    await page.keyboard.press('Escape')

    // The page offers it for the two minutes that Easemob has unless told otherwise.
    const late = 'It is too late for this one.'
    await alice.say(late)
    await bob.message(late).waitFor()
    await new Promise(resolve => setTimeout(resolve, WINDOW_MS))
    await alice.menu(alice.message(late), 'recall')
    const notice = alice.message(late).getByTestId('notice')
    await expect.poll(() => notice.textContent()).toContain('Not recalled. It is too late to recall it.')
    expect(await bob.message(late).count()).toBe(1)
  })

  it('what is silenced, marked unread and deleted on a page is so on another device, and the other way round', async () => {
    const opened = await openPage(await addressOf('alice', 'svelte'))
    const tablet = panelOn(opened.page, 'alice')
    await tablet.open(direct('bob'))

    await choose(alice, boat, 'silence')
    await choose(alice, boat, 'markUnread')
    for (const sign of ['Silenced', 'Marked unread']) await tablet.row(boat).getByText(sign).waitFor({ state: 'attached' })
    await choose(tablet, boat, 'alert')
    await choose(tablet, boat, 'markRead')
    for (const sign of ['Silenced', 'Marked unread']) await alice.row(boat).getByText(sign).waitFor({ state: 'detached' })

    const [first, second] = ['Forget this one.', 'And that one.']
    for (const text of [first, second]) {
      await alice.say(text)
      for (const panel of [tablet, bob]) await panel.message(text).waitFor()
    }
    await alice.menu(alice.message(first), 'delete')
    await tablet.menu(tablet.message(second), 'delete')
    for (const panel of [alice, tablet]) for (const text of [first, second]) await expect.poll(() => panel.message(text).count()).toBe(0)
    for (const text of [first, second]) expect(await bob.message(text).count()).toBe(1)
    expect(opened.complaints).toEqual([])
    await opened.page.context().close()
  })

  it('history comes page by page as one scrolls up, down to the first message', async () => {
    for (const panel of [alice, bob]) {
      await panel.open(lake)
      await settled()
      const first = panel.message('The cabin is ours from Friday to Sunday. Who brings what?')
      expect(await first.count()).toBe(0)
      const timeline = panel.root.getByTestId('timeline')
      await expect
        .poll(async () => {
          await timeline.evaluate(element => element.scrollTo({ top: 0 }))
          return first.count()
        })
        .toBe(1)
      await panel.root.getByRole('button', { name: 'To the newest message' }).click()
      await panel.said(new RegExp(`^${FILLED}[.] `)).waitFor()
    }
    await expectUnread({ alice: 0, bob: 0 }, lake)
  })

  it('the list follows: what was said last stands first, and what is pinned above it', async () => {
    carol.conversation(boat).send('Oar is in the car.')
    await expectUnread({ alice: 1, bob: 1 }, boat)
    expect(await alice.row(boat).getByTestId('preview').innerText()).toBe('Carol: Oar is in the car.')
    for (const panel of [alice, bob]) await expect.poll(async () => (await rowsOf(panel)).indexOf(boat)).toBe(panel === alice ? 1 : 0)
    await choose(bob, lake, 'pin')
    await expect.poll(async () => (await rowsOf(bob)).slice(0, 2)).toEqual([lake, boat])
    await choose(bob, lake, 'unpin')
    await expect.poll(async () => (await rowsOf(bob)).slice(0, 2)).toEqual([boat, direct('alice')])
  })

  it('a conversation that is removed with its history begins anew, and only here', async () => {
    const before = 'Did you pack the stove?'
    await choose(alice, direct('bob'), 'removeWithHistory')
    await expect.poll(() => alice.row(direct('bob')).count()).toBe(0)
    await bob.open(direct('alice'))
    await bob.message(before).waitFor()
    await bob.say('Are you still there?')
    await expectUnread({ alice: 1, bob: 0 })
    await alice.open(direct('bob'))
    await alice.message('Are you still there?').waitFor()
    await expectUnread({ alice: 0, bob: 0 })
    expect(await alice.texts()).toEqual(['Are you still there?'])
  })

  it('Dave joins by the address that the page of three panels shows, and meets them', async () => {
    const { page, ...panels } = await openPage(playground.url, { viewport: { width: 1600, height: 900 } })
    await page.getByTestId('join-button').click()
    await page.getByTestId('join-transport').selectOption('easemob')
    const address = page.getByTestId('join-address')
    await expect.poll(() => address.inputValue()).toContain('transport=easemob')
    const joined = await openPage(await address.inputValue())
    await page.keyboard.press('Escape')

    const [dave, panel] = [panelOn(joined.page, 'dave'), panelOn(page, 'alice')]
    await dave.open(direct('alice'))
    await dave.say('I came by another door')
    await panel.open(direct('dave'))
    await panel.message('I came by another door').waitFor()
    await settle(pageParty(page), pageParty(joined.page))
    await expect.poll(() => dave.tick('I came by another door')).toBe('read')
    await panel.attach(png('lake.png'))
    await panel.root.getByTestId('attached').waitFor()
    await panel.composer.press('Enter')
    // The SDK reads no name of a picture.
    await expect.poll(() => widthOf(dave.messages.last().getByTestId('image'))).toBe(64)
    expect([...panels.complaints, ...joined.complaints]).toEqual([])
  })

  it('a wrong token is refused in words, and a wrong address says what is wrong with it', async () => {
    const { page } = await openPage(await addressOf('dave', 'svelte', 'wrong'))
    const connection = panelOn(page, 'dave').root.locator('[data-testid=connection][data-state=closed]')
    await connection.waitFor()
    expect(await connection.getAttribute('title')).toBe('The token was refused')

    const mistaken = await openPage(`${playground.url}?transport=easemob&user=dave&token=t`)
    expect(await mistaken.page.getByTestId('page-empty').innerText()).toBe(
      'With transport=easemob the address has an appKey, with %23 for its #, as in appKey=org%23app.',
    )
  })

  it('nothing was thrown or complained about', () => {
    expect(pages.opened.flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
