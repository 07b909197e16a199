import type { MessageActions } from '../model/conversation.ts'
import type { Readable } from '../model/readable.ts'
import { constantReadable } from './constantReadable.ts'

/** What is read of a message while no message is selected. */
export const nothing: Readable<undefined> = constantReadable(undefined)

/** What may be done with no message. */
export const nothingToDo: Readable<MessageActions> = constantReadable({ recall: false, edit: false, retry: false, cancel: false })
