import type { MessageActions, MessageKey } from '@parlance/core'
import { nothingToDo } from '@parlance/core'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** What I may do with a message now; changes by itself when a time runs out. */
export const useMessageActions = (key: MessageKey | undefined, options?: ChatOption): MessageActions => {
  const chat = useChat(options)
  return useReadable(key === undefined ? nothingToDo : chat.actions(key))
}
