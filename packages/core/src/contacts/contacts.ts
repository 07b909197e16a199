import type { Chat } from '../chat.ts'
import { partOf } from '../part.ts'
import type { ChatContacts } from './chatContacts.ts'
import { createContacts } from './createContacts.ts'

/**
 * The contacts of a chat: the same object for the same chat.
 * @example
 * const { requests, accept } = contacts(chat)
 * requests.subscribe(({ incoming }) => showRequests(incoming))
 * await accept('bob')
 */
export const contacts = (chat: Chat): ChatContacts => partOf(chat, createContacts)
