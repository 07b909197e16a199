import type { Connection } from '@parlance/core'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** The state of the link. */
export const useConnection = (options?: ChatOption): Current<Connection> => {
  const chat = useChat(options)
  return fromReadable(() => chat.current.connection)
}
