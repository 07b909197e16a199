import type { Message, MessageKey } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** The message that a message answers, as it is now; `undefined` if it answers none, or that one isn't loaded. */
export const useRepliedTo = (key: MessageKey | undefined, options?: ChatOption): Message | undefined => {
  const chat = useChat(options)
  return useReadable(key === undefined ? nothing : chat.repliedTo(key))
}
