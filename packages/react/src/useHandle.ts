import type { ConversationHandle, ConversationId, NoConversation } from '@parlance/core'
import { conversationOrNone } from '@parlance/core'
import { useEffect, useMemo } from 'react'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** What hooks that show a conversation take last. */
export interface OpenOption extends ChatOption {
  /** Whether mounting opens the conversation: loads its newest page, freezes the unread marker. Default `true`. */
  readonly open?: boolean | undefined
}

/** The handle of a conversation, the empty one for `undefined`. */
export const useHandle = (id: ConversationId | undefined, options?: ChatOption): ConversationHandle | NoConversation => {
  const chat = useChat(options)
  return useMemo(() => conversationOrNone(chat, id), [chat, id])
}

/** The same, open while mounted. */
export const useOpenHandle = (id: ConversationId | undefined, options: OpenOption = {}): ConversationHandle | NoConversation => {
  const handle = useHandle(id, options)
  const { open = true } = options
  useEffect(() => (open && handle.id !== undefined ? handle.open() : undefined), [handle, open])
  return handle
}
