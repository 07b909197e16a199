import type { Chat } from '@parlance/core'
import { createContext } from 'react'
import type { Context } from 'react'

/** The chat of the tree below a `ChatProvider`. */
export const ChatContext: Context<Chat | undefined> = createContext<Chat | undefined>(undefined)
