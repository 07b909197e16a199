import type { Message, MessageKey } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** One message. */
export const useMessage = (key: MessageKey | undefined, options?: ChatOption): Message | undefined => {
  const chat = useChat(options)
  return useReadable(key === undefined ? nothing : chat.message(key))
}
