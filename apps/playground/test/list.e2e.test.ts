import type { Chat } from '@parlance/core'
import { direct, group, room, text } from '@parlance/core'
import { groups } from '@parlance/core/groups'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientInNode } from './clientInNode.ts'
import type { OpenedPage } from './openPage.ts'
import { closePages, openPage } from './openPage.ts'
import type { PanelOn } from './panelOn.ts'
import { panelOn } from './panelOn.ts'
import { chatParty, pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'

const frameworks = ['react', 'vue', 'svelte'] as const
type Framework = (typeof frameworks)[number]

const lake = group('lake')
const kitchen = room('kitchen')
const attic = room('attic')
/** More than a page of the list. */
const FOUNDED = 60

describe('the list of conversations', () => {
  let playground: Playground
  let bob: Chat
  let dave: Chat
  /** The same person, drawn by each framework. */
  const opened = new Map<Framework, OpenedPage>()

  beforeAll(async () => {
    playground = await startPlayground('list')
    bob = await clientInNode(playground, 'bob')
    dave = await clientInNode(playground, 'dave')
    for (const ui of frameworks) {
      opened.set(ui, await openPage(playground.joinUrl('alice', ui), { viewport: { width: 1100, height: 800 } }))
    }
    await settled()
  })
  afterAll(async () => {
    await bob.dispose()
    await dave.dispose()
    await closePages()
    await playground.close()
  })

  const settled = (): Promise<void> => settle(chatParty(bob), chatParty(dave), ...[...opened.values()].map(({ page }) => pageParty(page)))
  const on = (ui: Framework): { readonly page: Page; readonly alice: PanelOn } => {
    const { page } = opened.get(ui)!
    return { page, alice: panelOn(page, 'alice') }
  }
  const shown = ({ root }: PanelOn): Promise<readonly string[]> =>
    root.getByTestId('conversation-row').evaluateAll(rows => rows.map(row => row.getAttribute('data-conversation') ?? ''))
  const choose = async (ui: Framework, conversation: string, action: string): Promise<void> => {
    const { page, alice } = on(ui)
    await alice.row(conversation).hover()
    await alice.row(conversation).getByTestId('menu-button').click()
    await page.locator(`[data-testid=menu] [data-action=${action}]`).click()
    await settled()
  }

  it.for(frameworks)('is searched by name, in %s', async ui => {
    const { alice } = on(ui)
    const search = alice.root.getByTestId('list-search')
    await search.fill('LAKE')
    await expect.poll(() => shown(alice)).toEqual([lake])
    await search.fill('bo')
    await expect.poll(async () => [...(await shown(alice))].sort()).toEqual([direct('bob'), group('boat')].sort())
    await search.fill('no such thing')
    await expect.poll(() => alice.root.getByTestId('no-conversations').textContent()).toBe('Nothing is called “no such thing” here')
    await search.fill('')
    await expect.poll(async () => (await shown(alice)).length).toBeGreaterThan(4)
  })

  it.for(frameworks)('is filtered by what is unread, by groups and by the archive, in %s', async ui => {
    const { page, alice } = on(ui)
    const filter = (name: string): Promise<void> => alice.root.getByTestId(`filter-${name}`).click()
    const all = await shown(alice)
    await filter('unread')
    const unread = await page.evaluate(() =>
      window
        .parlance!.chats['alice']!.conversations.get()
        .toArray()
        .flatMap(({ id, unread: { count } }) => (count > 0 ? [id] : [])),
    )
    expect(unread.length).toBeGreaterThan(0)
    await expect.poll(() => shown(alice)).toEqual(unread)
    await filter('groups')
    await expect.poll(async () => [...(await shown(alice))].sort()).toEqual([group('boat'), lake].sort())
    await filter('archived')
    await expect.poll(() => alice.root.getByTestId('no-conversations').textContent()).toBe('Nothing is archived')

    await filter('all')
    await choose(ui, kitchen, 'archive')
    await expect.poll(() => shown(alice)).toEqual(all.filter(id => id !== kitchen))
    await filter('archived')
    await expect.poll(() => shown(alice)).toEqual([kitchen])
    await choose(ui, kitchen, 'unarchive')
    await expect.poll(() => shown(alice)).toEqual([])
    await filter('all')
    await expect.poll(() => shown(alice)).toEqual(all)
  })

  it.for(frameworks)('shows what was begun and not sent, and where somebody is mentioned, in %s', async ui => {
    const { alice } = on(ui)
    await alice.open(direct('bob'))
    await alice.composer.fill('Is it the blue')
    await alice.open(attic)
    const preview = alice.row(direct('bob')).getByTestId('preview')
    await expect.poll(() => preview.textContent()).toMatch(/^\s*Draft: Is it the blue\s*$/)
    await alice.open(direct('bob'))
    await expect.poll(() => alice.composer.inputValue()).toBe('Is it the blue')
    await alice.composer.fill('')
    await alice.open(attic)
    await expect.poll(() => preview.textContent()).not.toContain('Draft')

    const mentions = alice.row(lake).getByTestId('mentions')
    expect(await mentions.count()).toBe(0)
    bob.conversation(lake).send(text('Alice, the tickets?', { mentions: ['alice'] }))
    bob.conversation(lake).send('Whoever has them.')
    await settled()
    await expect.poll(() => mentions.textContent()).toContain('Mentions you')
    await alice.open(lake)
    await settled()
    await alice.root.getByTestId('timeline').evaluate(element => element.scrollTo({ top: element.scrollHeight }))
    await expect.poll(() => mentions.count()).toBe(0)
    await alice.open(attic)
  })

  it.for(frameworks)('forgets a conversation with its messages, or without, in %s', async ui => {
    const { alice } = on(ui)
    const says = async (words: string): Promise<void> => {
      dave.conversation(direct('alice')).send(words)
      await settled()
      await alice.open(direct('dave'))
      await alice.message(words).waitFor()
    }
    const before = `Before, in ${ui}`
    await says(before)
    await alice.open(attic)
    await choose(ui, direct('dave'), 'remove')
    await expect.poll(() => alice.row(direct('dave')).count()).toBe(0)
    await says('It was only off the list')
    await expect.poll(() => alice.message(before).count()).toBe(1)
    await alice.open(attic)
    await choose(ui, direct('dave'), 'removeWithHistory')
    await expect.poll(() => alice.row(direct('dave')).count()).toBe(0)
    await says('A fresh start')
    expect(await alice.texts()).toEqual(['A fresh start'])
    await alice.open(attic)
  })

  it('goes on as one scrolls to its end', async () => {
    const elsewhere = await clientInNode(playground, 'alice')
    const { create } = groups(elsewhere)
    const founded = await Promise.all(Array.from({ length: FOUNDED }, (_, index) => create({ kind: 'group', title: `Club ${index + 1}` })))
    expect(founded.every(({ ok }) => ok)).toBe(true)
    await elsewhere.idle()
    const total = elsewhere.conversations.get().length
    expect(total).toBeGreaterThan(FOUNDED)
    await elsewhere.dispose()
    for (const ui of frameworks) {
      const { page, alice } = on(ui)
      await page.reload()
      await page.waitForFunction(() => window.parlance !== undefined)
      await settled()
      expect((await shown(alice)).length).toBeLessThan(total)
      await alice.root.locator('.conversations').evaluate(list => list.scrollTo({ top: list.scrollHeight }))
      await expect.poll(async () => (await shown(alice)).length).toBe(total)
      await alice.root.getByTestId('list-search').fill('Club 1')
      await expect.poll(async () => (await shown(alice)).length).toBe(11)
    }
  })

  it('nothing was thrown or complained about', () => {
    expect([...opened.values()].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
