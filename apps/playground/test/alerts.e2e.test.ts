import type { ConversationId } from '@parlance/core'
import { direct, group } from '@parlance/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenedPage } from './openPage.ts'
import { closePages, openPage } from './openPage.ts'
import type { PanelOn } from './panelOn.ts'
import { panelOn } from './panelOn.ts'
import { pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'
import { users } from './threeUsers.ts'
import type { User } from './threeUsers.ts'

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
  let opened: OpenedPage
  const panel = (user: User): PanelOn => panelOn(opened.page, user)
  const settled = (): Promise<void> => settle(pageParty(opened.page))

  const leaveAll = async (): Promise<void> => {
    for (const user of users) await panel(user).leave()
  }

  beforeAll(async () => {
    playground = await startPlayground('alerts')
    opened = await openPage(playground.url, {
      viewport: { width: 1600, height: 1000 },
      permissions: ['notifications'],
      prepare: page => page.addInitScript(listen),
    })
    await leaveAll()
    await settled()
  })
  afterAll(async () => {
    await closePages()
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
  /** Has somebody say something, whatever their panel shows. */
  const write = (user: User, conversation: ConversationId, text: string, wantsReadCount = false): Promise<unknown> =>
    opened.page.evaluate(
      ([who, where, words, counted]) => window.parlance!.chats[who]!.conversation(where).send(words, { wantsReadCount: counted }),
      [user, conversation, text, wantsReadCount] as const,
    )
  const writeToEach = async (text: string): Promise<void> => {
    for (const { user, writer } of casts) await write(writer, direct(user), `${text} to ${user}`)
    await settled()
  }
  const turnEach = async (choice: string, on: boolean): Promise<void> => {
    for (const { user } of casts) await turn(user, choice, on)
  }
  const inEach = (notification: (cast: (typeof casts)[number]) => string): string[] => casts.map(notification).sort()

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

  it('[RCV9] by notification and sound, for whoever wants that', async () => {
    await writeToEach('Quietly')
    expect(await heard()).toEqual({ notifications: [], notes: 0 })
    for (const { user } of casts) await expect.poll(() => alert(user)).toContain(`Quietly to ${user}`)

    await turnEach('notifications', true)
    await turnEach('sound', true)
    const { notes } = await heard()
    await writeToEach('Aloud')
    const shown = await heard()
    expect([...shown.notifications].sort()).toEqual(inEach(({ user, writer }) => `${nameOf(writer)}: Aloud to ${user}`))
    // Two for each.
    expect(shown.notes - notes).toBe(2 * casts.length)

    await turnEach('notifications', false)
    await turnEach('sound', false)
    await writeToEach('Quietly again')
    expect(await heard()).toEqual(shown)
  })

  it('[RCV9] but not where it is silenced or open', async () => {
    const since = async (before: Heard): Promise<string[]> => (await heard()).notifications.slice(before.notifications.length).sort()
    await turnEach('notifications', true)
    for (const { user } of casts) await choose(user, boat, 'silence')
    await settled()
    const silent = await heard()
    const totals = (): Promise<readonly number[]> => Promise.all(users.map(user => panel(user).totalUnread()))
    const total = await totals()
    for (const { user, writer } of casts) await write(writer, boat, `Into the silence of ${user}`)
    await settled()
    for (const user of users) await expect.poll(() => panel(user).unread(boat)).toBeGreaterThan(0)
    expect(await totals()).toEqual(total)

    for (const { user, writer } of casts) await panel(user).open(direct(writer))
    await writeToEach('Before the eyes')
    for (const { user } of casts) await panel(user).message(`Before the eyes to ${user}`).waitFor()
    expect(await since(silent)).toEqual([])
    // Who looks at one conversation is told of another.
    for (const { user, other } of casts) await write(other, direct(user), `Behind the back of ${user}`)
    await settled()
    expect(await since(silent)).toEqual(inEach(({ user, other }) => `${nameOf(other)}: Behind the back of ${user}`))

    await leaveAll()
    for (const { user } of casts) await choose(user, boat, 'alert')
    await settled()
    const again = await heard()
    await write('alice', boat, 'Aloud in the boat')
    await settled()
    expect(await since(again)).toEqual(['Alice · The boat: Aloud in the boat', 'Alice · The boat: Aloud in the boat'])
    await turnEach('notifications', false)
  })

  it('[RCP6, RCP7] and the ticks of others say only what they may know', async () => {
    const tick = async (text: string, { user, writer }: (typeof casts)[number]): Promise<string | null> => {
      await panel(writer).open(direct(user))
      await panel(writer).message(`${text} to ${user}`).waitFor()
      return panel(writer).tick(`${text} to ${user}`)
    }
    /** What the tick of a message says before its reader opens the conversation, and after. */
    const expectTicks = async (text: string, before: string, after: string): Promise<void> => {
      await writeToEach(text)
      for (const cast of casts) expect([cast.user, await tick(text, cast)]).toEqual([cast.user, before])
      for (const { user, writer } of casts) {
        await panel(user).open(direct(writer))
        await panel(user).message(`${text} to ${user}`).waitFor()
      }
      await settled()
      for (const { user, writer } of casts) expect(await panel(user).unread(direct(writer))).toBe(0)
      for (const cast of casts) expect([cast.user, await tick(text, cast)]).toEqual([cast.user, after])
      await leaveAll()
    }
    await turnEach('send-delivered', false)
    await expectTicks('Only the reading is told', 'sent', 'read')
    await turnEach('send-delivered', true)
    await turnEach('send-read', false)
    await expectTicks('Only the arrival is told', 'delivered', 'delivered')
    await turnEach('send-read', true)

    for (const { user, writer } of casts) await choose(user, direct(writer), 'receiptsOff')
    await expectTicks('Nothing is told here', 'sent', 'sent')
    // Elsewhere it is.
    for (const user of users) await panel(user).open(boat)
    await write('alice', boat, 'Told in the boat', true)
    await expect.poll(() => panel('alice').message('Told in the boat').getByTestId('read-count').getAttribute('data-count')).toBe('2')
    await leaveAll()
    for (const { user, writer } of casts) await choose(user, direct(writer), 'receiptsOn')
    await expectTicks('All is told again', 'delivered', 'read')
  })

  it('nothing was thrown or complained about', () => expect(opened.complaints).toEqual([]))
})
