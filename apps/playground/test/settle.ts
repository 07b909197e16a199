import type { Chat } from '@parlance/core'
import type { Page } from 'playwright'
import '../src/page/exposed.ts'

/** Something whose work can be waited for. */
interface Party {
  readonly quiet: () => Promise<unknown>
  /** Grows whenever something comes in. */
  readonly moves: () => Promise<number>
}

export const pageParty = (page: Page): Party => ({
  quiet: () => page.evaluate(() => window.parlance?.quiet()),
  moves: () => page.evaluate(() => window.parlance?.facts() ?? 0),
})

/** A client in this process. */
export const chatParty = (chat: Chat): Party => {
  let facts = 0
  chat.facts$.subscribe(() => facts++)
  return { quiet: () => chat.idle(), moves: () => Promise.resolve(facts) }
}

/** Resolves when all of them are quiet, and nothing has reached any of them meanwhile. */
export const settle = async (...parties: readonly Party[]): Promise<void> => {
  const moves = async (): Promise<number> => (await Promise.all(parties.map(party => party.moves()))).reduce((sum, one) => sum + one, 0)
  for (let before = -1, now = await moves(); now !== before; ) {
    before = now
    await Promise.all(parties.map(party => party.quiet()))
    now = await moves()
  }
}
