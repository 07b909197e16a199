import type { ContactRequests } from '@parlance/core/contacts'
import { contacts } from '@parlance/core/contacts'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** Who asks to know me, and whom I ask; the latest first. */
export const useContactRequests = (options?: ChatOption): ContactRequests => useReadable(contacts(useChat(options)).requests)
