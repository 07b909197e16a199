import { constantReadable } from '../../binding/constantReadable.ts'
import type { Chat } from '../../chat.ts'
import { misuse } from '../../misuse.ts'
import type { ConversationId } from '../../model/ids.ts'
import type { StagedAttachments } from '../staging/chatStaging.ts'
import { stagedAttachments } from '../staging/stagedAttachments.ts'

/** The staged files of a conversation; none where the id is `undefined`, and then every command throws. */
export const stagedOrNone = (chat: Chat, id: ConversationId | undefined): StagedAttachments =>
  id === undefined ? noneStaged : stagedAttachments(chat, id)

const nowhere = (): never =>
  misuse('No conversation is selected: its id is undefined. Give useAttachments an id before you call a command.')

const noneStaged: StagedAttachments = {
  items: constantReadable([]),
  add: nowhere,
  remove: nowhere,
  clear: nowhere,
  sendAll: nowhere,
}
