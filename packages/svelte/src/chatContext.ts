import type { Chat } from '@parlance/core'
import { createContext } from 'svelte'

const context: [() => () => Chat, (chat: () => Chat) => () => Chat, ...unknown[]] = createContext<() => Chat>()

/** The chat that a component above has set; a function, so that it may change. Throws where there is none. */
export const getChatContext: () => () => Chat = context[0]
export const setChatContext: (chat: () => Chat) => () => Chat = context[1]
