import type { Message, MessageKey } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** One message. */
export const useMessage = (key: () => MessageKey | undefined, options?: ChatOption): Current<Message | undefined> => {
  const chat = useChat(options)
  return fromReadable(() => {
    const selected = key()
    return selected === undefined ? nothing : chat.current.message(selected)
  })
}
