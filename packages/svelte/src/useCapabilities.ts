import type { Capabilities } from '@parlance/core'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** What the backend can do. */
export const useCapabilities = (options?: ChatOption): Current<Capabilities> => {
  const chat = useChat(options)
  return fromReadable(() => chat.current.capabilities)
}
