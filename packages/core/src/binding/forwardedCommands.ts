import type { ConversationHandle } from '../conversationHandle.ts'
import type { ConversationCommands } from './conversationView.ts'
import type { NoConversation } from './noConversation.ts'

/** Commands that stay the same functions and act on whatever conversation is selected when they are called. */
export const forwardedCommands = (selected: () => ConversationHandle | NoConversation): ConversationCommands => ({
  open: () => selected().open(),
  setActive: active => selected().setActive(active),
  send: (body, options) => selected().send(body, options),
  retry: key => selected().retry(key),
  cancel: key => selected().cancel(key),
  edit: (key, body) => selected().edit(key, body),
  recall: key => selected().recall(key),
  delete: key => selected().delete(key),
  react: (key, emoji, active) => selected().react(key, emoji, active),
  pin: (key, pinned) => selected().pin(key, pinned),
  forward: key => selected().forward(key),
  markRead: options => selected().markRead(options),
  loadOlder: options => selected().loadOlder(options),
  loadNewer: options => selected().loadNewer(options),
  loadAround: id => selected().loadAround(id),
  fillGap: before => selected().fillGap(before),
  search: query => selected().search(query),
  reset: () => selected().reset(),
  set: settings => selected().set(settings),
  setTyping: typing => selected().setTyping(typing),
  setDraft: draft => selected().setDraft(draft),
  readers: (key, options) => selected().readers(key, options),
})
