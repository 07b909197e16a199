import type { Chat } from '@parlance/core'
import { direct } from '@parlance/core'
import { expect } from 'vitest'
import type { Framework } from '../src/shared/panel/createPanel.ts'
import { clientInNode } from './clientInNode.ts'
import type { OpenedPage } from './openPage.ts'
import { closePages, openPage } from './openPage.ts'
import type { PanelOn } from './panelOn.ts'
import { panelOn } from './panelOn.ts'
import { chatParty, pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'

/** Alice on one page, drawn in React, and Bob on another, in Vue; Carol is a client in Node, over the sandbox's own wire. */
export interface TwoPages {
  readonly alice: PanelOn
  readonly bob: PanelOn
  readonly carol: Chat
  readonly opened: readonly [alice: OpenedPage, bob: OpenedPage]
  readonly settled: () => Promise<void>
  /** The badges of both sides, as they are when nothing is under way: of each other, or of one conversation. */
  readonly expectUnread: (counts: { readonly alice: number; readonly bob: number }, conversation?: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** `addressOf`: where somebody's page is. */
export const openTwoPages = async (
  playground: Playground,
  addressOf: (user: string, ui: Framework) => string | Promise<string>,
): Promise<TwoPages> => {
  const carol = await clientInNode(playground, 'carol')
  const viewport = { width: 1000, height: 800 }
  const first = await openPage(await addressOf('alice', 'react'), { viewport })
  const second = await openPage(await addressOf('bob', 'vue'), { viewport })
  const [alice, bob] = [panelOn(first.page, 'alice'), panelOn(second.page, 'bob')]
  const parties = [pageParty(first.page), pageParty(second.page), chatParty(carol)]
  const settled = (): Promise<void> => settle(...parties)
  await settled()
  return {
    alice,
    bob,
    carol,
    opened: [first, second],
    settled,
    expectUnread: async (counts, conversation) => {
      await settled()
      await expect.poll(() => alice.unread(conversation ?? direct('bob'))).toBe(counts.alice)
      await expect.poll(() => bob.unread(conversation ?? direct('alice'))).toBe(counts.bob)
    },
    close: async () => {
      await carol.dispose()
      await closePages()
    },
  }
}
