import type { UserId } from '@parlance/core'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** Whom I blocked, in the order of their ids. */
export const useBlocklist = (options?: ChatOption): Current<readonly UserId[]> => {
  const chat = useChat(options)
  return fromReadable(() => chat.current.blocklist)
}
