import type { Chat } from '@parlance/core'
import { getChatContext } from './chatContext.ts'
import type { Current } from './fromReadable.ts'

/** What every hook takes last. */
export interface ChatOption {
  /** The chat to use instead of the one that was set. */
  readonly chat?: (() => Chat) | undefined
}

/** The chat that a component above has set, or the one given. Throws where there is neither. */
export const useChat = (options?: ChatOption): Current<Chat> => {
  const chat = options?.chat ?? chatFromContext()
  return {
    get current() {
      return chat()
    },
  }
}

const chatFromContext = (): (() => Chat) => {
  try {
    return getChatContext()
  } catch (cause) {
    throw new Error('There is no chat here: call setChat(() => chat) in a component above, or pass { chat: () => chat } last.', { cause })
  }
}
