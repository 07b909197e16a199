import type { Chat } from '@parlance/core'
import { holdConnection } from '@parlance/core'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { ChatContext } from './chatContext.ts'

export interface ChatProviderProps {
  readonly chat: Chat
  /** Connects after mounting and disconnects after unmounting. Never disposes. Default `false`: connect it yourself. */
  readonly connect?: boolean
  readonly children?: ReactNode
}

/**
 * Gives the tree below its chat.
 * @example
 * <ChatProvider chat={chat} connect>
 *   <App />
 * </ChatProvider>
 */
export const ChatProvider = ({ chat, connect = false, children }: ChatProviderProps): ReactNode => {
  useEffect(() => (connect ? holdConnection(chat) : undefined), [chat, connect])
  return <ChatContext value={chat}>{children}</ChatContext>
}
