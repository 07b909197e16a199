import type { MessageActions, MessageKey } from '@parlance/core'
import { nothingToDo } from '@parlance/core'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** What I may do with a message now; changes by itself when a time runs out. */
export const useMessageActions = (key: () => MessageKey | undefined, options?: ChatOption): Current<MessageActions> => {
  const chat = useChat(options)
  return fromReadable(() => {
    const selected = key()
    return selected === undefined ? nothingToDo : chat.current.actions(selected)
  })
}
