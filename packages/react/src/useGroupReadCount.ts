import type { MessageKey } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** How many have read a message; `undefined` where there is no count. */
export const useGroupReadCount = (key: MessageKey | undefined, options?: ChatOption): number | undefined => {
  const chat = useChat(options)
  return useReadable(key === undefined ? nothing : chat.groupReadCount(key))
}
