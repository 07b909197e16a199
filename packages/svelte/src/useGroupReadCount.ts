import type { MessageKey } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** How many have read a message; `undefined` where there is no count. */
export const useGroupReadCount = (key: () => MessageKey | undefined, options?: ChatOption): Current<number | undefined> => {
  const chat = useChat(options)
  return fromReadable(() => {
    const selected = key()
    return selected === undefined ? nothing : chat.current.groupReadCount(selected)
  })
}
