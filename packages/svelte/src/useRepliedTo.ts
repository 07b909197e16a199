import type { Message, MessageKey } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** The message that a message answers, as it is now; `undefined` if it answers none, or that one isn't loaded. */
export const useRepliedTo = (key: () => MessageKey | undefined, options?: ChatOption): Current<Message | undefined> => {
  const chat = useChat(options)
  return fromReadable(() => {
    const selected = key()
    return selected === undefined ? nothing : chat.current.repliedTo(selected)
  })
}
