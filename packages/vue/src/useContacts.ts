import type { Contact } from '@parlance/core'
import { contacts } from '@parlance/core/contacts'
import type { Ref } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** Those I know, in the order of their ids. The list is loaded when it is first shown. */
export const useContacts = (options?: ChatOption): Readonly<Ref<readonly Contact[]>> => {
  const chat = useChat(options)
  return useReadable(() => contacts(chat.value).list)
}
