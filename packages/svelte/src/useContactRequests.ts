import type { ContactRequests } from '@parlance/core/contacts'
import { contacts } from '@parlance/core/contacts'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** Who asks to know me, and whom I ask; the latest first. */
export const useContactRequests = (options?: ChatOption): Current<ContactRequests> => {
  const chat = useChat(options)
  return fromReadable(() => contacts(chat.current).requests)
}
