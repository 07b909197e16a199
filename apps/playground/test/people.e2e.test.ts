import { direct } from '@parlance/core'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PanelOn } from './panelOn.ts'
import type { ThreeUsers, User } from './threeUsers.ts'
import { openThreeUsers, users } from './threeUsers.ts'

const names: Readonly<Record<User, string>> = { alice: 'Alice', bob: 'Bob', carol: 'Carol' }
/** Each framework asks and is asked. */
const pairs = [
  ['alice', 'bob'],
  ['bob', 'carol'],
  ['carol', 'alice'],
] as const

describe('people in three panels', () => {
  let three: ThreeUsers
  const panel = (user: User): PanelOn => three.panel(user)
  const settled = (): Promise<void> => three.settled()

  beforeAll(async () => {
    three = await openThreeUsers('people')
    for (const user of users) await panel(user).leave()
    await settled()
  })
  afterAll(() => three.close())

  const section = (user: User, id: string): Locator => panel(user).root.getByTestId(`contacts-${id}`)
  const contact = (user: User, id: string, other: string): Locator =>
    section(user, id).locator(`[data-testid=contact][data-user="${other}"]`)
  const choose = async (row: Locator, action: string): Promise<void> => {
    await row.getByTestId('menu-button').click()
    await three.page.locator(`[data-testid=menu] [data-action=${action}]`).click()
  }
  const ask = async (user: User, other: string, words = ''): Promise<void> => {
    const { root } = panel(user)
    await root.getByTestId('add-id').fill(other)
    if (words !== '') await root.getByTestId('add-message').fill(words)
    await root.getByTestId('add-contact').click()
  }
  const dot = (of: Locator): Promise<string | null> => of.getByTestId('presence').first().getAttribute('data-state')

  it('have names and pictures, or initials', async () => {
    for (const user of users) {
      const { root } = panel(user)
      expect(await root.getByTestId('me').textContent()).toContain(names[user])
      const other = panel(user).row(direct(user === 'alice' ? 'bob' : 'alice'))
      expect(await other.locator('.conversation-title').textContent()).toBe(user === 'alice' ? 'Bob' : 'Alice')
      const picture = other.locator('img.avatar-picture')
      await expect.poll(() => picture.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
      expect(await picture.getAttribute('src')).toMatch(/^data:image\/png;/)
    }
    const alice = panel('alice').root
    await alice.getByTestId('side-contacts').click()
    const erin = contact('alice', 'incoming', 'erin')
    expect(await erin.textContent()).toContain('Erin Moss')
    expect(await erin.locator('.avatar').getAttribute('data-initials')).toBe('EM')
    expect(await erin.locator('img').count()).toBe(0)
  })

  it('are there or not, as their links come and go', async () => {
    for (const user of users) await panel(user).root.getByTestId('side-chats').click()
    for (const gone of users) {
      const others = users.filter(user => user !== gone)
      await three.playground.control({ do: 'cut', user: gone })
      for (const user of others) await expect.poll(() => dot(panel(user).row(direct(gone)))).toBe('offline')
      const watcher = panel(others[0]!)
      await watcher.open(direct(gone))
      await expect.poll(() => watcher.root.getByTestId('note').textContent()).toBe('Last seen just now')
      await three.playground.control({ do: 'restore', user: gone })
      for (const user of others) await expect.poll(() => dot(panel(user).row(direct(gone)))).toBe('online')
      await expect.poll(() => watcher.root.getByTestId('note').textContent()).toBe('Online')
      await watcher.leave()
      await settled()
    }
  })

  it('say what they are, in their own words', async () => {
    for (const [who, watcher] of pairs) {
      const { root } = panel(who)
      await panel(watcher).open(direct(who))
      const note = panel(watcher).root.getByTestId('note')
      await root.getByTestId('me').click()
      await root.getByTestId('be-busy').click()
      await root.getByTestId('my-status').fill('mending the boat')
      await root.getByTestId('set-status').click()
      await expect.poll(() => note.textContent()).toBe('Busy · mending the boat')
      expect(await dot(panel(watcher).row(direct(who)))).toBe('busy')
      expect(await dot(root.getByTestId('me'))).toBe('busy')
      await root.getByTestId('my-status').fill('')
      await root.getByTestId('be-away').click()
      await expect.poll(() => note.textContent()).toBe('Away')
      await root.getByTestId('be-online').click()
      await expect.poll(() => note.textContent()).toBe('Online')
      await three.page.keyboard.press('Escape')
      await root.getByTestId('my-choices').waitFor({ state: 'detached' })
      await panel(watcher).leave()
    }
  })

  it('ask each other, take it back, decline and accept', async () => {
    for (const user of users) await panel(user).root.getByTestId('side-contacts').click()
    for (const [from, to] of pairs) {
      await choose(contact(from, 'contacts', to), 'removeContact')
      for (const [user, other] of [
        [from, to],
        [to, from],
      ] as const)
        await expect.poll(() => contact(user, 'contacts', other).count()).toBe(0)

      await ask(from, to, 'Do you still have the oar?')
      await contact(from, 'outgoing', to).waitFor()
      expect(await contact(to, 'incoming', from).locator('.contact-note').textContent()).toBe('Do you still have the oar?')
      await contact(from, 'outgoing', to).getByTestId('takeBack').click()
      await expect.poll(() => contact(to, 'incoming', from).count()).toBe(0)
      await expect.poll(() => contact(from, 'outgoing', to).count()).toBe(0)

      await ask(from, to)
      await contact(to, 'incoming', from).getByTestId('decline').click()
      await expect.poll(() => contact(from, 'outgoing', to).count()).toBe(0)

      await ask(from, to)
      const waiting = panel(to).root.getByTestId('requests-waiting')
      await expect.poll(() => waiting.textContent()).toContain(to === 'alice' ? '2 requests' : '1 request')
      await contact(to, 'incoming', from).getByTestId('accept').click()
      await contact(from, 'contacts', to).waitFor()
      await contact(to, 'contacts', from).waitFor()
      await expect.poll(() => waiting.count()).toBe(to === 'alice' ? 1 : 0)
    }
  })

  it('are not found, and that is said', async () => {
    for (const user of users) {
      await ask(user, 'nobody')
      const error = panel(user).root.getByTestId('error').filter({ hasText: /./ })
      await expect.poll(() => error.textContent()).toBe('There is nobody with this id.')
      await panel(user).root.getByTestId('add-id').fill('')
    }
  })

  it('are blocked: nothing can be written either way, until they are not', async () => {
    for (const [from, to] of pairs) {
      await choose(contact(from, 'contacts', to), 'block')
      await contact(from, 'blocked', to).waitFor()
      expect(await contact(from, 'contacts', to).count()).toBe(0)
      await contact(from, 'blocked', to).getByTestId('contact-open').click()
      const closed = panel(from).root.getByTestId('closed-composer')
      await expect.poll(() => closed.textContent()).toContain(`You have blocked ${names[to]}.`)
      expect(await panel(from).composer.count()).toBe(0)

      await contact(to, 'contacts', from).getByTestId('contact-open').click()
      await panel(to).say('Are you there?')
      const notice = panel(to).message('Are you there?').getByTestId('notice')
      await expect.poll(() => notice.textContent()).toContain('blocked')
      await panel(to).message('Are you there?').getByTestId('cancel').click()
      await panel(to).leave()

      await closed.getByTestId('reopen').click()
      await panel(from).composer.waitFor()
      await panel(from).leave()
      for (const user of [from, to]) await panel(user).root.getByTestId('side-contacts').click()
      await contact(from, 'contacts', to).waitFor()
    }
  })

  it('are told about where one talks to them', async () => {
    for (const [user, other] of pairs) {
      await contact(user, 'contacts', other).getByTestId('contact-open').click()
      const { root } = panel(user)
      await root.getByTestId('info-button').click()
      const info = root.getByTestId('info')
      await expect.poll(() => info.getByTestId('standing').textContent()).toBe('One of your contacts')
      await info.locator('[data-action=removeContact]').click()
      await expect.poll(() => info.getByTestId('standing').textContent()).toBe('Not one of your contacts')
      await info.locator('[data-action=addContact]').click()
      await expect.poll(() => info.getByTestId('standing').textContent()).toBe('You asked, and wait for an answer')
      await three.page.keyboard.press('Escape')
      await panel(user).leave()
      await contact(other, 'incoming', user).getByTestId('accept').click()
      await root.getByTestId('side-contacts').click()
      await contact(user, 'contacts', other).waitFor()
    }
  })

  it('nothing was thrown or complained about', () => expect(three.complaints).toEqual([]))
})
