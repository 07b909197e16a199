import type { Chat } from '@parlance/core'
import { useContext } from 'react'
import { ChatContext } from './chatContext.ts'

/** What every hook takes last. */
export interface ChatOption {
  /** The chat to use instead of the provider's. */
  readonly chat?: Chat | undefined
}

/** The chat of the nearest `ChatProvider`, or the one given. Throws where there is neither. */
export const useChat = (options?: ChatOption): Chat => {
  const provided = useContext(ChatContext)
  const chat = options?.chat ?? provided
  if (chat === undefined) throw new Error('There is no chat here: render inside <ChatProvider chat={chat}>, or pass { chat } last.')
  return chat
}
