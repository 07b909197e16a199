import type { Page } from 'playwright'
import type { Command } from '../server/control/command.ts'
import { closePages, openPage } from './openPage.ts'
import type { PanelOn } from './panelOn.ts'
import { panelOn } from './panelOn.ts'
import { pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'

/** Who is on the page of three panels, one of each framework. */
export const users = ['alice', 'bob', 'carol'] as const
export type User = (typeof users)[number]

/** The page of three panels. */
export interface ThreeUsers {
  readonly playground: Playground
  readonly page: Page
  readonly complaints: readonly string[]
  readonly panel: (user: User) => PanelOn
  readonly others: (user: User) => readonly PanelOn[]
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

/** `name`: as for `startPlayground`. `before`: what has happened when the page opens. */
export const openThreeUsers = async (name: string, ...before: readonly Command[]): Promise<ThreeUsers> => {
  const playground = await startPlayground(name)
  for (const command of before) await playground.control(command)
  const { page, complaints } = await openPage(playground.url, { viewport: { width: 1600, height: 1000 } })
  const panel = (user: User): PanelOn => panelOn(page, user)
  const settled = (): Promise<void> => settle(pageParty(page))
  await settled()
  return {
    playground,
    page,
    complaints,
    panel,
    others: user => users.filter(one => one !== user).map(panel),
    settled,
    close: async () => {
      await closePages()
      await playground.close()
    },
  }
}
