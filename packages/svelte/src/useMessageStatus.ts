import type { MessageKey, MessageStatus } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** The tick of one of my messages; `undefined` for messages of others. */
export const useMessageStatus = (key: () => MessageKey | undefined, options?: ChatOption): Current<MessageStatus | undefined> => {
  const chat = useChat(options)
  return fromReadable(() => {
    const selected = key()
    return selected === undefined ? nothing : chat.current.status(selected)
  })
}
