import type { Chat } from '../chat.ts'
import { partOf } from '../part.ts'
import type { ChatPresence } from './chatPresence.ts'
import { createPresence } from './createPresence.ts'

/**
 * The presence of others, and mine: the same object for the same chat.
 * @example
 * const stop = presence(chat).of('bob').subscribe(bob => showDot(bob?.state === 'online'))
 * await presence(chat).set({ state: 'busy', status: 'in a meeting' })
 */
export const presence = (chat: Chat): ChatPresence => partOf(chat, createPresence)
