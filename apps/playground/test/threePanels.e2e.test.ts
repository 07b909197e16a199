import { direct, group, room } from '@parlance/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import '../src/page/exposed.ts'
import type { OpenedPage } from './openPage.ts'
import { closePages, openPage } from './openPage.ts'
import type { PanelOn } from './panelOn.ts'
import { panelOn } from './panelOn.ts'
import { pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'
import { users } from './threeUsers.ts'
import type { User } from './threeUsers.ts'

const boat = group('boat')
const attic = room('attic')
const SAID = 12
const MISSED = 1_100

/** What a panel shows of each message: who said what, and what became of it. */
const shown = (panel: PanelOn) =>
  panel.messages.evaluateAll(messages =>
    messages.map(message => {
      const part = (id: string): Element | null => message.querySelector(`[data-testid=${id}]`)
      return {
        from: message.getAttribute('data-from'),
        text: part('text')?.textContent ?? null,
        isRecalled: part('tombstone') !== null,
        isEdited: part('edited') !== null,
        tick: part('tick')?.getAttribute('data-status') ?? null,
        read: part('read-count')?.getAttribute('data-count') ?? null,
      }
    }),
  )

describe('three panels of one page over bad links', () => {
  let playground: Playground
  let opened: OpenedPage
  let panels: ReadonlyMap<User, PanelOn>
  const panel = (user: User): PanelOn => panels.get(user)!
  const settled = (): Promise<void> => settle(pageParty(opened.page))

  beforeAll(async () => {
    playground = await startPlayground('three-panels')
    opened = await openPage(playground.url, { viewport: { width: 1600, height: 1200 } })
    panels = new Map(users.map(user => [user, panelOn(opened.page, user)]))
    for (const user of users) await panel(user).open(boat)
    await settled()
    await playground.control({ do: 'faults', user: 'all', faults: { latencyMs: 5, jitterMs: 10, loss: 0.2, duplicate: 0.2, reorder: 0.2 } })
  })

  afterAll(async () => {
    await closePages()
    await playground.close()
  })

  it('all show the same timeline, counts and ticks once everything is quiet', async () => {
    for (const round of [1, 2, 3]) for (const user of users) await panel(user).say(`${user} ${round}`)
    await settled()
    await panel('bob').menu(panel('bob').message('bob 2'), 'edit')
    await panel('bob').say('bob 2, said better')
    await panel('carol').menu(panel('carol').message('carol 3'), 'recall')
    await panel('alice').say('alice 4')
    await settled()

    const views = new Map(await Promise.all(users.map(async user => [user, await shown(panel(user))] as const)))
    const said = (user: User) => views.get(user)!.slice(-10)
    // The same for everybody, but for what only the sender sees.
    const common = (user: User) => said(user).map(({ from, text, isRecalled, isEdited }) => ({ from, text, isRecalled, isEdited }))
    expect(common('bob')).toEqual(common('alice'))
    expect(common('carol')).toEqual(common('alice'))

    const texts = common('alice').map(({ text }) => text)
    for (const user of users) {
      const own = common('alice').filter(({ from }) => from === user)
      const last = { alice: 'alice 4', bob: 'bob 3', carol: null }[user]
      expect(own.map(({ text }) => text).at(-1)).toBe(last)
    }
    expect(texts.filter(text => text !== null).sort()).toEqual(
      ['alice 1', 'alice 2', 'alice 3', 'alice 4', 'bob 1', 'bob 2, said better', 'bob 3', 'carol 1', 'carol 2'].sort(),
    )
    expect(common('alice').filter(({ isRecalled }) => isRecalled)).toEqual([
      { from: 'carol', text: null, isRecalled: true, isEdited: false },
    ])
    expect(
      common('alice')
        .filter(({ isEdited }) => isEdited)
        .map(({ text }) => text),
    ).toEqual(['bob 2, said better'])

    for (const user of users) {
      const own = said(user).filter(({ from, isRecalled }) => from === user && !isRecalled)
      expect(own.map(({ tick, read }) => ({ tick, read }))).toEqual(own.map(() => ({ tick: 'read', read: '2' })))
      expect(said(user).filter(({ from, tick }) => from !== user && tick !== null)).toEqual([])
      expect(await panel(user).unread(boat)).toBe(0)
    }
  })

  it('unread counts agree with what was sent', async () => {
    const before = await panel('bob').unread(direct('carol'))
    await panel('carol').open(direct('bob'))
    for (const text of ['one', 'two', 'three', 'four', 'five']) await panel('carol').say(text)
    await settled()
    expect(await panel('bob').unread(direct('carol'))).toBe(before + 5)
    expect(await panel('carol').unread(direct('bob'))).toBe(0)
    expect((await shown(panel('carol'))).slice(-5).map(({ text, tick }) => ({ text, tick }))).toEqual(
      ['one', 'two', 'three', 'four', 'five'].map(text => ({ text, tick: 'delivered' })),
    )
    await panel('bob').open(direct('carol'))
    await settled()
    expect(await panel('bob').unread(direct('carol'))).toBe(0)
    expect((await shown(panel('carol'))).slice(-5).every(({ tick }) => tick === 'read')).toBe(true)
  })

  it('what was missed in a long absence is a gap, which a button fills', async () => {
    await playground.control({ do: 'clear' })
    await playground.control({ do: 'fill', conversation: attic, count: SAID })
    for (const user of users) await panel(user).open(attic)
    await settled()
    for (const user of users) {
      await playground.control({ do: 'cut', user })
      await panel(user).root.locator('[data-testid=connection]:not([data-state=online])').waitFor()
    }
    // More than the server keeps for who is away.
    await playground.control({ do: 'fill', conversation: attic, count: MISSED })
    await playground.control({ do: 'clear' })
    for (const user of users) await panel(user).root.locator('[data-testid=connection][data-state=online]').waitFor()
    await settled()

    for (const user of users) {
      const { root } = panel(user)
      const loaded = (): Promise<number> =>
        opened.page.evaluate(([who, id]) => window.parlance?.chats[who]?.conversation(id).messages.get().length ?? 0, [
          user,
          attic,
        ] as const)
      expect(await loaded()).toBeLessThan(SAID + MISSED)
      const gap = root.getByTestId('gap')
      // About as far down as it is in the list, and on from there: heights are estimates until rows are drawn.
      const share = await opened.page.evaluate(
        ([who, id]) => {
          const items = window.parlance!.chats[who]!.conversation(id).timeline.get().toArray()
          return items.findIndex(({ type }) => type === 'gap') / items.length
        },
        [user, attic] as const,
      )
      const timeline = root.getByTestId('timeline')
      await timeline.evaluate((element, at) => element.scrollTo({ top: at * element.scrollHeight - element.clientHeight }), share)
      for (let steps = 0; (await gap.count()) === 0; steps++) {
        expect(steps, 'the gap comes into sight').toBeLessThan(20)
        await timeline.evaluate(element => element.scrollBy({ top: element.clientHeight / 2 }))
        await settled()
      }
      await gap.getByRole('button', { name: 'Load them' }).click()
      await settled()
      expect(await loaded()).toBe(SAID + MISSED)
      await expect.poll(() => gap.count()).toBe(0)
      // Its button is gone, and the focus is where it can go on.
      expect(await opened.page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('timeline')
    }
  })

  it('nothing was thrown or complained about', () => {
    expect(opened.complaints).toEqual([])
  })
})
