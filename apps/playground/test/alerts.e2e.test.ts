import type { ConversationId } from '@parlance/core'
import { direct, group } from '@parlance/core'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from './launchChromium.ts'
import type { OpenedPage } from './openPage.ts'
import { openPage } from './openPage.ts'
import type { PanelOn } from './panelOn.ts'
import { panelOn } from './panelOn.ts'
import { pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'

const users = ['alice', 'bob', 'carol'] as const
type User = (typeof users)[number]
/** Each has messages from one, and is busy with the other. */
const casts = [
  { user: 'alice', writer: 'bob', other: 'carol' },
  { user: 'bob', writer: 'carol', other: 'alice' },
  { user: 'carol', writer: 'alice', other: 'bob' },
] as const
const nameOf = (user: string): string => user[0]!.toUpperCase() + user.slice(1)
const boat = group('boat')

/** What made itself known: notifications by their title and text, and notes that sounded. */
interface Heard {
  readonly notifications: string[]
  notes: number
}

declare global {
  interface Window {
    heard?: Heard
  }
}

/** Notes what the page shows and plays; it is shown and played all the same. */
const listen = (): void => {
  const heard: Heard = { notifications: [], notes: 0 }
  window.heard = heard
  window.Notification = class extends Notification {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options)
      heard.notifications.push(`${title}: ${options?.body ?? ''}`)
    }
  }
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (when) {
    heard.notes++
    start.call(this, when)
  }
}

describe('what is new makes itself known', () => {
  let playground: Playground
  let browser: Browser
  let opened: OpenedPage
  const panel = (user: User): PanelOn => panelOn(opened.page, user)
  const settled = (): Promise<void> => settle(pageParty(opened.page))

  beforeAll(async () => {
    playground = await startPlayground('alerts')
    browser = await launchChromium()
    opened = await openPage(browser, playground.url, {
      viewport: { width: 1600, height: 1000 },
      permissions: ['notifications'],
      prepare: page => page.addInitScript(listen),
    })
    for (const user of users) await panel(user).leave()
    await settled()
  })
  afterAll(async () => {
    await browser.close()
    await playground.close()
  })

  /** Turns a switch behind somebody’s own name. */
  const turn = async (user: User, choice: string, on: boolean): Promise<void> => {
    const { root } = panel(user)
    await root.getByTestId('me').click()
    const choose = root.getByTestId(choice)
    expect(await choose.isChecked()).toBe(!on)
    await choose.click()
    await expect.poll(() => choose.isChecked()).toBe(on)
    await opened.page.keyboard.press('Escape')
    await root.getByTestId('my-choices').waitFor({ state: 'detached' })
  }
  const choose = async (user: User, conversation: ConversationId, action: string): Promise<void> => {
    await panel(user).row(conversation).hover()
    await panel(user).row(conversation).getByTestId('menu-button').click()
    await opened.page.locator(`[data-testid=menu] [data-action=${action}]`).click()
  }
  const heard = (): Promise<Heard> => opened.page.evaluate(() => window.heard!)
  const alert = (user: User): Promise<string> => panel(user).root.getByTestId('alert').innerText()
  /** Says something in a conversation, and leaves it. */
  const write = async (user: User, conversation: ConversationId, text: string): Promise<void> => {
    await panel(user).open(conversation)
    await panel(user).say(text)
    await panel(user).leave()
    await settled()
  }

  it.for(casts)('[RCV9] with a number in title and icon, for $user', async ({ user, writer }) => {
    const { page } = opened
    const icon = (): Promise<{ readonly count: number; readonly isDrawn: boolean }> =>
      page.evaluate(() => {
        const link = document.querySelector<HTMLLinkElement>('link[rel=icon]')!
        return { count: Number(link.dataset['count'] ?? 0), isDrawn: link.href.startsWith('data:image/png') }
      })
    const title = (unread: number): string => `${unread > 0 ? `(${unread}) ` : ''}${nameOf(user)} · Parlance playground`
    const expectNumber = async (unread: number): Promise<void> => {
      await expect.poll(() => page.title()).toBe(title(unread))
      await expect.poll(icon).toEqual({ count: unread, isDrawn: unread > 0 })
    }
    const total = await panel(user).totalUnread()
    const elsewhere = total - (await panel(user).unread(direct(writer)))
    await write(writer, direct(user), `A number for ${user}`)
    // The page is theirs whose panel was touched last.
    await panel(user).root.getByTestId('list-search').focus()
    await expectNumber(total + 1)
    await panel(user).open(direct(writer))
    await expectNumber(elsewhere)
    await panel(user).leave()
  })

  it.for(casts)('[RCV9] by notification and sound, if $user wants that', async ({ user, writer }) => {
    const quiet = await heard()
    await write(writer, direct(user), `Quietly to ${user}`)
    expect(await heard()).toEqual(quiet)
    await expect.poll(() => alert(user)).toContain(`Quietly to ${user}`)

    await turn(user, 'notifications', true)
    await turn(user, 'sound', true)
    const { notes } = await heard()
    await write(writer, direct(user), `Aloud to ${user}`)
    const shown = await heard()
    expect(shown.notifications.slice(quiet.notifications.length)).toEqual([`${nameOf(writer)}: Aloud to ${user}`])
    expect(shown.notes).toBeGreaterThan(notes)

    await turn(user, 'notifications', false)
    await turn(user, 'sound', false)
    await write(writer, direct(user), `Quietly again to ${user}`)
    expect(await heard()).toEqual(shown)
  })

  it.for(casts)('[RCV9] but not where $user has silenced it or has it open', async ({ user, writer, other }) => {
    await turn(user, 'notifications', true)
    await choose(user, boat, 'silence')
    await settled()
    const { notifications } = await heard()
    const total = await panel(user).totalUnread()
    await write(writer, boat, `Into the silence of ${user}`)
    expect(await panel(user).unread(boat)).toBeGreaterThan(0)
    expect(await panel(user).totalUnread()).toBe(total)

    await panel(user).open(direct(writer))
    await write(writer, direct(user), `Before the eyes of ${user}`)
    await panel(user).message(`Before the eyes of ${user}`).waitFor()
    // The same page, the same person: somebody else’s is told.
    await write(other, direct(user), `Behind the back of ${user}`)
    expect((await heard()).notifications.slice(notifications.length)).toEqual([`${nameOf(other)}: Behind the back of ${user}`])

    await panel(user).leave()
    await choose(user, boat, 'alert')
    await write(writer, boat, `Aloud in the boat of ${user}`)
    expect((await heard()).notifications.at(-1)).toBe(`${nameOf(writer)} · The boat: Aloud in the boat of ${user}`)
    await turn(user, 'notifications', false)
  })

  it.for(casts)('[RCP6, RCP7] and the ticks of others say of $user only what $user lets them know', async ({ user, writer }) => {
    const there = panel(writer)
    /** What the tick of a message says before its reader opens the conversation, and after. */
    const ticks = async (text: string): Promise<readonly (string | null)[]> => {
      await there.say(text)
      await settled()
      const before = await there.tick(text)
      await panel(user).open(direct(writer))
      await panel(user).message(text).waitFor()
      await settled()
      expect(await panel(user).unread(direct(writer))).toBe(0)
      const after = await there.tick(text)
      await panel(user).leave()
      return [before, after]
    }
    await there.open(direct(user))
    await turn(user, 'send-delivered', false)
    expect(await ticks('Only the reading is told')).toEqual(['sent', 'read'])
    await turn(user, 'send-delivered', true)
    await turn(user, 'send-read', false)
    expect(await ticks('Only the arrival is told')).toEqual(['delivered', 'delivered'])
    await turn(user, 'send-read', true)

    await choose(user, direct(writer), 'receiptsOff')
    expect(await ticks('Nothing is told here')).toEqual(['sent', 'sent'])
    await write(writer, boat, `Told in the boat of ${user}`)
    await panel(user).open(boat)
    await settled()
    await panel(user).leave()
    await there.open(boat)
    await expect.poll(() => there.message(`Told in the boat of ${user}`).getByTestId('read-count').getAttribute('data-count')).not.toBe('0')
    await there.open(direct(user))
    await choose(user, direct(writer), 'receiptsOn')
    expect(await ticks('All is told again')).toEqual(['delivered', 'read'])
    await there.leave()
  })

  it('nothing was thrown or complained about', () => expect(opened.complaints).toEqual([]))
})
