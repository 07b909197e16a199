import type { ConversationHandle, ConversationId, NoConversation } from '@parlance/core'
import { conversationOrNone } from '@parlance/core'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { whileMounted } from './whileMounted.ts'

/** What hooks that show a conversation take last. */
export interface OpenOption extends ChatOption {
  /** Whether mounting opens the conversation: loads its newest page, freezes the unread marker. Default `true`. */
  readonly open?: boolean | undefined
}

type HandleGetter = () => ConversationHandle | NoConversation

/** The handle of the conversation that is selected, the empty one for `undefined`. */
export const useHandle = (id: () => ConversationId | undefined, options?: ChatOption): HandleGetter => {
  const chat = useChat(options)
  return () => conversationOrNone(chat.current, id())
}

/** The same, open while mounted. */
export const useOpenHandle = (id: () => ConversationId | undefined, options: OpenOption = {}): HandleGetter => {
  const handle = useHandle(id, options)
  const { open = true } = options
  if (open) whileMounted(handle, shown => (shown.id === undefined ? undefined : shown.open()))
  return handle
}
