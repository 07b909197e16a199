import type { Contact } from '@parlance/core'
import { contacts } from '@parlance/core/contacts'
import type { Current } from './fromReadable.ts'
import { fromReadable } from './fromReadable.ts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'

/** Those I know, in the order of their ids. The list is loaded when it is first shown. */
export const useContacts = (options?: ChatOption): Current<readonly Contact[]> => {
  const chat = useChat(options)
  return fromReadable(() => contacts(chat.current).list)
}
