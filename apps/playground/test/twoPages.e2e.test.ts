import { readFile } from 'node:fs/promises'
import type { Chat } from '@parlance/core'
import { direct, group } from '@parlance/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TwoPages } from './openTwoPages.ts'
import { openTwoPages } from './openTwoPages.ts'
import type { PanelOn } from './panelOn.ts'
import { png } from './png.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'

const boat = group('boat')

/** They go through one story together. */
describe('two pages joined over the WebSocket server', () => {
  let playground: Playground
  let pages: TwoPages
  let alice: PanelOn
  let bob: PanelOn
  let carol: Chat
  const settled = (): Promise<void> => pages.settled()
  const expectUnread: TwoPages['expectUnread'] = (counts, conversation) => pages.expectUnread(counts, conversation)

  beforeAll(async () => {
    playground = await startPlayground('two-pages')
    pages = await openTwoPages(playground, playground.joinUrl)
    ;({ alice, bob, carol } = pages)
  })
  afterAll(async () => {
    await pages.close()
    await playground.close()
  })

  it('a text arrives: delivered and unread, then read', async () => {
    await alice.open(direct('bob'))
    await expectUnread({ alice: 0, bob: 0 })
    await alice.say('Did you pack the stove?')
    await expectUnread({ alice: 0, bob: 1 })
    await expect.poll(() => alice.tick('Did you pack the stove?')).toBe('delivered')
    expect(await bob.row(direct('alice')).getByTestId('preview').innerText()).toBe('Did you pack the stove?')

    await bob.open(direct('alice'))
    await bob.message('Did you pack the stove?').waitFor()
    await expectUnread({ alice: 0, bob: 0 })
    await expect.poll(() => alice.tick('Did you pack the stove?')).toBe('read')
  })

  it('an answer goes the other way, and is read at once where the conversation is open', async () => {
    await bob.say('Under the tent.')
    await alice.message('Under the tent.').waitFor()
    await expectUnread({ alice: 0, bob: 0 })
    await expect.poll(() => bob.tick('Under the tent.')).toBe('read')
  })

  it('who is typing is seen, until it is said', async () => {
    await bob.composer.pressSequentially('Wait')
    await expect.poll(() => alice.root.getByTestId('note').textContent()).toContain('Bob is typing')
    await bob.say('Wait, behind the tent.')
    await alice.message('Wait, behind the tent.').waitFor()
    await expect.poll(() => alice.root.getByTestId('note').textContent()).not.toContain('typing')
    await expectUnread({ alice: 0, bob: 0 })
  })

  it('an image goes both ways, picked or pasted, and is there to see', async () => {
    const ways = [
      [alice, bob, 'stove.png', 'attach'],
      [bob, alice, 'tent.png', 'paste'],
    ] as const
    for (const [from, to, name, how] of ways) {
      await from[how](png(name))
      await from.root.getByTestId('attached').waitFor()
      await from.composer.press('Enter')
      await expectUnread({ alice: 0, bob: 0 })
      for (const side of [from, to]) {
        const image = side.root.getByRole('img', { name, exact: true })
        await image.waitFor()
        await expect.poll(() => image.evaluate(element => (element as HTMLImageElement).naturalWidth)).toBe(64)
      }
      const own = from.messages.filter({ has: from.root.page().getByRole('img', { name, exact: true }) })
      await expect.poll(() => own.getByTestId('tick').getAttribute('data-status')).toBe('read')
    }
  })

  it('a file goes as it is', async () => {
    await alice.attach({ name: 'list.txt', mimeType: 'text/plain', buffer: Buffer.from('tomatoes, oar') })
    await alice.root.getByTestId('attached').waitFor()
    await alice.composer.press('Enter')
    await expectUnread({ alice: 0, bob: 0 })
    const link = bob.messages.last().getByTestId('file')
    expect(await link.textContent()).toContain('list.txt')
    const [download] = await Promise.all([bob.root.page().waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toBe('list.txt')
    expect(await readFile(await download.path(), 'utf8')).toBe('tomatoes, oar')
  })

  it('what is too large stands as not sent, says why, and can be discarded', async () => {
    const before = await alice.messages.count()
    await alice.say('far '.repeat(20_000))
    const last = alice.messages.last()
    await expect.poll(() => last.getByTestId('tick').getAttribute('data-status')).toBe('failed')
    expect(await last.getByTestId('notice').textContent()).toContain('Not sent. It is too large.')
    await last.getByTestId('cancel').click()
    await expect.poll(() => alice.messages.count()).toBe(before)
    await expectUnread({ alice: 0, bob: 0 })
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
    expect(carol.conversation(boat).unread.get().count).toBe(1)
    await carol.conversation(boat).markRead()
    close()
    await expectUnread({ alice: 0, bob: 1 }, boat)
    await expect.poll(() => count.getAttribute('data-count')).toBe('1')
    expect(carol.conversation(boat).unread.get().count).toBe(0)

    await bob.open(boat)
    await expectUnread({ alice: 0, bob: 0 }, boat)
    await expect.poll(() => count.getAttribute('data-count')).toBe('2')
    expect(await count.textContent()).toBe('Read by 2 of 2')
    await expect.poll(() => alice.tick(text)).toBe('read')

    await count.click()
    const readers = alice.root.getByTestId('reader')
    await expect.poll(async () => (await readers.locator('bdi').allTextContents()).sort()).toEqual(['Bob', 'Carol'])
    await alice.root.page().keyboard.press('Escape')
    await alice.root.getByTestId('readers').waitFor({ state: 'detached' })
  })

  it('a recalled message is gone on both sides', async () => {
    const text = 'The boat leaves at nine.'
    await alice.menu(alice.message(text), 'recall')
    await settled()
    for (const side of [alice, bob]) {
      await expect.poll(() => side.message(text).count()).toBe(0)
      await expect.poll(() => side.messages.last().getByTestId('tombstone').count()).toBe(1)
      expect(await side.root.textContent()).not.toContain(text)
    }
    expect(await alice.messages.last().textContent()).toContain('You recalled this message')
    expect(await bob.messages.last().textContent()).toContain('Alice recalled this message')
    expect(carol.conversation(boat).messages.get().at(-1)?.recalled?.by).toBe('alice')
    await expectUnread({ alice: 0, bob: 0 }, boat)
  })

  it('what was written while cut off arrives afterwards: once, in order', async () => {
    const sent = ['One: the key is under the pot.', 'Two: not that pot.', 'Three: the blue one.']
    await alice.open(direct('bob'))
    await settled()
    await playground.control({ do: 'cut', user: 'alice' })
    await alice.root.locator('[data-testid=connection]:not([data-state=online])').waitFor()
    for (const text of sent) await alice.say(text)
    for (const text of sent) await expect.poll(() => alice.tick(text)).toBe('queued')
    // Meanwhile somebody writes to her.
    await bob.say('Is the key where it was?')
    await bob.message('Is the key where it was?').waitFor()
    await expect.poll(() => bob.tick('Is the key where it was?')).not.toBe('queued')
    expect(await bob.unread(direct('alice'))).toBe(0)
    expect(await alice.unread(boat)).toBe(0)

    await playground.control({ do: 'restore', user: 'alice' })
    await alice.root.locator('[data-testid=connection][data-state=online]').waitFor()
    await expectUnread({ alice: 0, bob: 3 })
    await expectUnread({ alice: 1, bob: 0 }, boat)
    for (const text of sent) await expect.poll(() => alice.tick(text)).toBe('delivered')

    await bob.open(direct('alice'))
    await bob.root.getByTestId('unread-marker').waitFor()
    await expectUnread({ alice: 0, bob: 0 })
    for (const side of [alice, bob]) await expect.poll(async () => (await side.texts()).slice(-3)).toEqual(sent)
    for (const side of [alice, bob]) for (const text of sent) expect(await side.message(text).count()).toBe(1)
    for (const text of sent) await expect.poll(() => alice.tick(text)).toBe('read')

    await alice.open(boat)
    await expectUnread({ alice: 0, bob: 0 }, boat)
    expect(await alice.totalUnread()).toBe((await alice.unread(direct('carol'))) + (await alice.unread('room:kitchen')))
  })

  it('nothing was thrown or complained about', () => {
    expect(pages.opened.flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
