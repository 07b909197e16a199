import type { Chat, UserId } from '@parlance/core'

/** What the page shows to consoles and tests. */
export interface Exposed {
  readonly chats: Readonly<Record<UserId, Chat>>
  /** Resolves when nothing is under way any more. */
  readonly quiet: () => Promise<void>
  /** How many facts came so far, over all chats. */
  readonly facts: () => number
}

declare global {
  interface Window {
    parlance?: Exposed
  }
}
