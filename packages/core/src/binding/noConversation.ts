import type { Chat } from '../chat.ts'
import { emptySequence } from '../collections/sequence.ts'
import type { ConversationHandle } from '../conversationHandle.ts'
import type { ConversationId } from '../model/ids.ts'
import type { Readable } from '../model/readable.ts'
import { constantReadable } from './constantReadable.ts'

/** A conversation handle while no conversation is selected: everything is empty, for good, and every command throws. */
export interface NoConversation extends Omit<ConversationHandle, 'id' | 'info'> {
  readonly id: undefined
  readonly info: Readable<undefined>
}

/** The handle of an id, or the empty one where the id is `undefined`. */
export const conversationOrNone = (chat: Chat, id: ConversationId | undefined): ConversationHandle | NoConversation =>
  id === undefined ? noConversation : chat.conversation(id)

const misuse = (): never => {
  throw new TypeError('No conversation is selected: its id is undefined. Give the hook an id before you call a command.')
}

const noConversation: NoConversation = {
  id: undefined,
  info: constantReadable(undefined),
  messages: constantReadable(emptySequence),
  timeline: constantReadable(emptySequence),
  unread: constantReadable({ count: 0, exact: true, synced: true, mentions: 0, marked: false }),
  typing: constantReadable([]),
  draft: constantReadable(undefined),
  history: constantReadable({ state: 'idle', hasOlder: false, hasNewer: false }),
  can: constantReadable({ send: false }),
  pinned: constantReadable([]),
  open: misuse,
  setActive: misuse,
  send: misuse,
  retry: misuse,
  cancel: misuse,
  edit: misuse,
  recall: misuse,
  delete: misuse,
  react: misuse,
  pin: misuse,
  forward: misuse,
  markRead: misuse,
  loadOlder: misuse,
  loadNewer: misuse,
  loadAround: misuse,
  fillGap: misuse,
  search: misuse,
  reset: misuse,
  set: misuse,
  setTyping: misuse,
  setDraft: misuse,
  readers: misuse,
}
