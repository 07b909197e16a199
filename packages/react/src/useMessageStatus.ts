import type { MessageKey, MessageStatus } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** The tick of one of my messages; `undefined` for messages of others. */
export const useMessageStatus = (key: MessageKey | undefined, options?: ChatOption): MessageStatus | undefined => {
  const chat = useChat(options)
  return useReadable(key === undefined ? nothing : chat.status(key))
}
