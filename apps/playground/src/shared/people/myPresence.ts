import type { Chat, Outcome, Presence } from '@parlance/core'
import { presence } from '@parlance/core/contacts'

/** What somebody may say of himself; whether he is offline isn't his to say. */
export const presenceChoices = ['online', 'away', 'busy'] as const satisfies readonly Presence['state'][]

/** UTF-16 units of one's own words. */
export const MAX_STATUS = 100

/** Says what I am, in words of my own if there are any. */
export const setMyPresence = (chat: Chat, state: Presence['state'], words: string): Promise<Outcome> => {
  const status = words.trim()
  return presence(chat).set({ state, ...(status !== '' && { status }) })
}
